## Меню

command-settings = О чём и как сообщать в этот чат
command-settings-show = Все настройки этого чата
command-settings-kinds = О чём сообщать
command-settings-conflicts = О каких конфликтах сообщать
command-settings-places = Страны, области и города
command-settings-sides = Только то, в чём участвуют эти стороны
command-settings-sources = Какие источники учитывать для этого чата
command-settings-thresholds = От какого числа сообщать, например: погибли 5 Харьков
command-settings-pace = Сразу, дайджестом или и так, и так
command-settings-quiet = Часы без новостей, например 23:00-07:00
command-settings-sound = Должны ли сообщения звучать
command-settings-language = Язык сообщений
command-settings-zone = Часовой пояс: город или, например, Europe/Kyiv
command-settings-mention = Роль, которую упоминать в сообщениях со звуком
option-kinds = Темы, например exchange,strike; все: all
option-conflict = Конфликт по названию или коду; все: all
option-place = Страна, область или город на любом из языков; везде: all
option-side = Сторона, например Украина; все: all
option-follow = Источник по названию или идентификатору; все: all
option-threshold = Что, от какого числа и где: погибли 5 Харьков
option-pace = instant, digest или both; для дайджеста ещё время и день недели
option-hours = От и до, например 23:00-07:00; без тихих часов: off
option-sound = Должны ли сообщения звучать
option-zone = Город или пояс, например Europe/Kyiv
option-role = Роль, которую упоминать
option-where = Другой чат или канал, которым вы управляете

## Панель

settings-title = Настройки
settings-title-of = Настройки: { $title }
settings-page-of = { $label }: { $title }
settings-line = { $label }: { $now }
settings-unknown = Настройки «{ $word }» нет.
settings-saved = Сохранено: { $now }
settings-type-name = Ввести название
settings-conflicts-example = Россия – Украина
settings-sides-example = Украина
settings-sources-example = BBC
settings-remove = Убрать
settings-chosen = ✓ { $label }
settings-not-subscribed = Этот чат не подписан
settings-not-subscribed-of = Без подписки: { $title }
settings-subscribe-first = Сначала подпишитесь, тогда здесь можно будет всё настроить.
settings-subscribe-first-of = Там пока ничего не рассказывается. Одно нажатие «Подписаться» это изменит; тогда здесь можно будет всё настроить.
other-chat = другой чат
names-more = { $names } и ещё { $count }
button-settings = Настройки
button-back = Назад
button-remove = Убрать: { $name }
button-page-before = Страница { $page } из { $last }
button-page-next = Страница { $page } из { $last }

settings-kinds = Темы
settings-kinds-choose = О чём сообщать
settings-kinds-usual = Обычные темы: { $usual }. Об остальном сообщают только тем, кто выбрал это здесь.
settings-kinds-none = Оставьте хотя бы одну тему. Чтобы не получать ничего, отправьте /unsubscribe.
settings-kinds-unknown = Темы «{ $word }» нет. Есть такие: { $kinds }
settings-kinds-untold = Здесь не сообщают о таком: { $untold }. Есть такие темы: { $kinds }

settings-conflicts = Конфликты
settings-conflicts-all = все конфликты
settings-conflicts-choose = О каких конфликтах сообщать
settings-conflicts-unknown-one = Сообщения, где конфликт не назван, получают только чаты, которые следят за всеми.
settings-conflicts-unknown = Конфликта «{ $word }» нет.

settings-places = Места
settings-places-all = везде
settings-places-unknown = место неизвестно
settings-places-unknown-told = Выбрано «везде»: о сообщениях, где место не названо, уже сообщают.
settings-places-now = Сейчас: { $places }
settings-places-about = Страна или область включает всё, что в ней. «Место неизвестно» добавляет сообщения, где место не названо.
settings-places-type = Ввести название
settings-places-ask = Страна, область или город
settings-places-example = Харьковская область
settings-places-country = Страна и её области
settings-places-regions = { $name }: области
settings-places-whole = { $name }: вся страна
settings-places-which = Что из этого?
settings-places-none = Место «{ $word }» не найдено. Попробуйте другое написание или город покрупнее рядом.
settings-places-many = Больше { $count } мест для одного чата выбрать нельзя.
button-back-places = Все места

settings-sides = Стороны
settings-sides-all = все стороны
settings-sides-choose = Только то, в чём участвуют эти стороны
settings-sides-unknown = Стороны «{ $word }» нет.

settings-sources = Источники
settings-sources-all = все источники
settings-sources-own = { $sources }; { $count ->
    [one] { $count } собственный
    [few] { $count } собственных
   *[many] { $count } собственных
}
settings-sources-choose = Только то, о чём сообщил один из этих источников
settings-sources-fewer = С малым числом источников вы узнаете меньше и позже.
settings-sources-unknown = Источника «{ $word }» нет. Все названия показывает /sources.

settings-thresholds = Числа
settings-thresholds-none = любое число
settings-thresholds-about = Сообщать, только когда число достигнуто, например 5 погибших. Выберите, что считать. Число сужает тему, к которой относится; другие темы остаются как есть. Всё, что случилось в одном месте, при любом числе, можно ввести так: /threshold любой удар в Харькове
settings-thresholds-choose = Добавить число для
threshold = { $measure }: от { $number }
threshold-placed = { $measure }: от { $number }, { $place }
threshold-any-of = { $kind }: любые, { $place }
threshold-from = { $measure }: от какого числа?
threshold-unasked = { $what }. Числа для этого не нужно, поэтому в списке его нет
threshold-any = Любое число
threshold-number = От { $number }
threshold-type = Другое число или место
threshold-ask = От какого числа и где
threshold-example = 5 Харьков
threshold-remove-all = Убрать все
threshold-none-such = Здесь нет числа с названием «{ $word }». Те, что заданы, можно выбрать в списке.
threshold-measure-unknown = «{ $word }» здесь не считают. Попробуйте: погибли, ранены, беспилотники, ракеты или пленные.
threshold-number-missing = От какого числа? Например: погибли 5 Харьков
threshold-many = Больше { $count } чисел для одного чата задать нельзя.
button-back-thresholds = Все числа

settings-pace = Когда
settings-pace-about = Сразу, собрано в дайджест или и так, и так.
settings-pace-unknown = «{ $word }» непонятно. Напишите «сразу», «дайджест» или «оба», а для дайджеста ещё время (09:00) и день недели.
pace-instant = Сразу
pace-digest = Дайджестом
pace-both = И так, и так
pace-digest-when = Дайджест { $when }
pace-both-when = Сразу, а также дайджест { $when }
digest-day = каждый день в { $at }
digest-week = каждую неделю в { $at } ({ $weekday })
digest-every-day = Каждый день
digest-every-week = Каждую неделю
digest-weekday = День дайджеста
digest-ask = Время дайджеста
button-other-time = Другое время

settings-quiet = Тихие часы
settings-quiet-about = В эти часы, по часовому поясу чата, новое не приходит: о нём будет сказано, когда они закончатся. Имеющиеся сообщения обновляются без звука.
settings-quiet-off = нет
settings-quiet-but = { $hours }, кроме тем: { $kinds }
settings-quiet-except = Это звучит и в тихие часы
settings-quiet-ask = От и до
settings-quiet-unknown = Укажите два времени, например 23:00-07:00, или off; времена должны различаться.
button-other-hours = Другие часы

settings-sound = Звук
settings-sound-about = «Только важное»: новое и существенное со звуком, мелкие изменения без звука.
sound-policy = Только важное
sound-loud = Всегда
sound-silent = Никогда

settings-language = Язык
settings-language-about = Язык сообщений в этом чате

settings-zone = Часовой пояс
settings-zone-about = Сейчас здесь { $time }. По этому поясу показано время, идут тихие часы и дайджесты.
settings-zone-type = Ввести город
settings-zone-ask = Город или часовой пояс
settings-zone-example = Киев
settings-zone-unknown = Город или пояс «{ $word }» не найден. Попробуйте город покрупнее или название вроде Europe/Kyiv.

settings-mention = Упоминаемая роль
settings-mention-none = нет
settings-mention-about = Сообщения со звуком упоминают эту роль. Выбрать: /settings mention.
settings-mention-remove = Никого не упоминать
settings-mention-unknown = Выберите роль этого сервера: /settings mention.
settings-mention-everybody = Всех сразу никогда не упоминают. Выберите роль этого сервера.

## Чат и его данные

export-in-private = Это показывается только в личном чате со мной. Откройте его:
follow-private-channel = Это закрытый канал: его читают только участники. Я могу следить за открытыми, например t.me/название.
mute-developments = Отключённые события:
button-unmute-one = Включить: { $title }
unmute-none = Ничего не было отключено.
