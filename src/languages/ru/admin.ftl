## Descriptions in menus (at most 100 characters)

command-review = Что ждёт вас: одобрения, задержанное, сообщения об ошибках
command-review-list = Что ждёт вас: одобрения, задержанное, сообщения об ошибках
command-review-show = Одно событие со всем, что по нему можно решить
command-review-figure = Одно число события: утверждения о нём и что с ним сделать
command-review-report = Одно сообщение источника и что с ним сделать
command-review-confirm = Подтвердить событие или одно из его чисел
command-review-correct = Исправить число; чаты, которым о нём рассказали, получат поправку
command-review-withdraw = Отозвать число, утверждения источника или всё
command-review-hold = Ничего больше не рассказывать о событии, пока его не отпустят
command-review-release = Отпустить задержанное или одобрить то, что этого ждёт
command-review-refuse = Не рассказывать о том, что ждёт одобрения
command-review-merge = Два события — одно; более позднее сообщение укажет на первое
command-review-split = То, что говорят некоторые источники, — отдельное событие
command-review-retract = Отозвать всё, что сказано в сообщении источника, везде
command-review-undo = Отменить решение
command-review-error = Ошибка, о которой кто-то сообщил
command-review-close = Отложить сообщение об ошибке как разобранное
command-announce = Сказать что-то всем чатам, после просмотра
command-announce-draft = Сказать что-то всем чатам, после просмотра
command-announce-send = Отправить показанное
command-announce-cancel = Не отправлять показанное
command-stats = Чаты, доставка, очередь, источники, память
command-audit = Что делали администраторы, с самого нового
command-sources-show = Один источник: его состояние и всё, что можно изменить
command-sources-test = Прочитать источник один раз, не следя за ним
command-sources-edit = Изменить поле источника
option-review-figure = Число, например killed; дальше почему
option-review-correction = Что и сколько: killed 14; дальше почему
option-review-withdrawal = Число, например killed, или all; дальше почему
option-review-why = Почему
option-review-merge = Другое событие, например d15; дальше почему
option-review-reports = Сообщения источников, как их называет панель
option-review-report = Сообщение источника, как его называет панель
option-review-undo = Номер решения; дальше почему
option-review-error = Номер сообщения об ошибке
option-announce-text = Текст; один для всех языков или en: … uk: … ru: …
option-announce-draft = Номер черновика, дальше silent или loud
option-audit = Только старше этой записи
option-source-field = Что изменить
option-source-value = yes или no, либо новый текст
option-source-sure = yes, если действительно удалить
option-source-test = Адрес или идентификатор источника, за которым следят
source-field-name-name = название
source-field-name-language = язык
source-field-name-side = сторона
source-field-name-urgent = срочность: yes или no
source-field-name-state = под контролем государства: yes или no
source-field-name-article = загружать страницу статьи: yes или no
source-field-name-note = примечание для администраторов
source-field-name-url = адрес

## Sources

button-open-source = Открыть источник
open-source = Открыть источник
source-panel-title = { $name } ({ $id })
source-link = Адрес:
source-never = никогда
source-last-success = Последний ответ: { $at }
source-last-item = Последняя новая запись: { $at }
source-usual-gap = Обычно что-то новое каждые { $span }
source-failing-since = { $count ->
    [one] Не удаётся опросить с { $at }: { $count } раз подряд
    [few] Не удаётся опросить с { $at }: { $count } раза подряд
   *[many] Не удаётся опросить с { $at }: { $count } раз подряд
}
source-next-poll = Следующий опрос: { $at }
source-moving = Сообщает, что переехал на { $url }
source-field-language = Язык: { $value }
source-language-detected = определяется для каждой записи
source-field-side = Сторона: { $value }
source-side-none = ничья
source-field-urgent = Срочный, опрашивается чаще: { $value }
source-field-state = Под контролем государства: { $value }
source-field-article = Загружается страница статьи: { $value }
source-field-note = Примечание: { $value }
word-yes = да
word-no = нет
span-minutes = { $count } мин
span-hours = { $count } ч
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
button-source-pause = Приостановить
button-source-resume = Возобновить
button-source-urgent-on = Сделать срочным
button-source-urgent-off = Больше не срочный
button-source-state-on = Пометить: под контролем государства
button-source-state-off = Не под контролем государства
button-source-article-on = Загружать статьи
button-source-article-off = Не загружать статьи
button-source-name = Название
button-source-language = Язык
button-source-side = Сторона
button-source-note = Примечание
button-source-url = Адрес
button-source-test = Проверить
button-source-remove = Удалить…
button-source-follow = Следить за ним
source-example-name = Вестник
source-example-language = uk или none: для каждой записи отдельно
source-example-side = UA или none
source-example-note = Точно цитирует чиновников; - убирает примечание
source-example-url = https://…
source-remove-title = Больше не следить за { $name } ({ $id })?
source-remove-about = Его настройки забудутся. То, о чём он сообщил, останется в учёте. Чтобы остановить на время, приостановите его.
button-remove-source = Да, удалить
source-edited = Изменено.
source-edit-how = Скажите, что и как изменить: /sources edit ID urgent yes. Есть name, language, side, urgent, state, article, note, url.
source-bad-name = В названии от 1 до 100 знаков.
source-bad-language = Язык — это две или три буквы, например uk, или none.
source-bad-side = Сторона — это код страны, например UA, x- и слово, или none.
source-bad-note = В примечании от 1 до 500 знаков; - убирает его.
source-bad-url = За этим адресом нельзя следить.
source-undated = без даты
source-test-unable = Здесь нельзя проверять источники.
source-test-title = Проверка: { $name }
source-test-failed = Прочитать не удалось: { $why }
source-test-items = { $count ->
    [0] Записей нет.
    [one] Есть { $count } запись. Самые новые:
    [few] Есть { $count } записи. Самые новые:
   *[many] Есть { $count } записей. Самые новые:
}
source-test-polled = Опрашивался бы раз в { $span }.
source-test-alerts = { $count ->
    [0] Одни эти записи не дали бы ни одного сообщения.
    [one] Одни эти записи дали бы { $count } сообщение:
    [few] Одни эти записи дали бы { $count } сообщения, последние из них:
   *[many] Одни эти записи дали бы { $count } сообщений, последние из них:
}
source-test-quiet = Если следить с этого времени, ничего из этого не рассказывается: то, что уже есть, читается молча. Ничего не сохранено.

## Review

button-review = Проверить
button-refresh = Обновить
button-waiting = Что ждёт
button-approve = Одобрить и рассказать
button-reject = Не рассказывать
button-release = Отпустить
button-hold = Задержать
button-confirm = Подтвердить
button-merge = Объединить…
button-merge-other = Другое…
button-withdraw-all = Отозвать всё…
button-withdraw-all-sure = Да, отозвать всё
button-sure-merge = Да, это одно и то же
button-sure-undo = Да, отменить
button-sure-withdraw = Да, отозвать
button-sure-retract = Да, отозвать везде
button-confirm-number = Подтвердить { $number }
button-correct = Исправить…
button-withdraw-number = Отозвать число
button-withdraw-report = Отозвать его утверждения здесь
button-split = Отдельное событие
button-retract = Отозвать его везде
button-close-error = Разобрано
review-title = Что ждёт вас
review-nothing = Вас ничего не ждёт
review-waiting = События:
review-waiting-more = Может быть больше; это ближайшие по времени.
review-errors = Сообщения об ошибках:
review-how = Любое событие: /review show d12, или ответ /review на его сообщение.
review-how-discord = Любое событие: /review show d12, как его называют сообщения.
review-open-error = Открыть сообщение об ошибке
review-error-line = #{ $seq }{ $of }, { $at }: { $words }
review-error-title = Сообщение об ошибке #{ $seq }
review-error-from = От { $by }, { $at }
review-error-unknown = Такого сообщения об ошибке нет.
review-error-closed = Разобрано.
review-error-was-closed = Это уже разобрали раньше.
review-is-waiting-tell = Ждёт одобрения; без него будет рассказано { $at }.
review-is-waiting-drop = Ждёт одобрения; без него после { $at } рассказано не будет.
review-is-held = Задержал администратор: не рассказывается, пока не отпустят.
review-is-held-told = Задержал администратор: ничего больше не рассказывается, пока не отпустят.
review-is-hold = Ждёт второго источника до { $at }.
review-is-told = Рассказано, последний раз { $at }, версия { $revision }.
review-is-dropped = Не рассказано: не одобрено.
review-is-untold = Не рассказано как новость.
review-number = { $count ->
    [one] { $label }: { $number } ({ $by }; { $count } утверждение)
    [few] { $label }: { $number } ({ $by }; { $count } утверждения)
   *[many] { $label }: { $number } ({ $by }; { $count } утверждений)
}
review-number-none = { $label }: отозвано
review-number-against = { $line }; против него: { $against }
review-by-admin = администратор
review-claim = { $number }: { $by }, { $at }
review-report = { $name }, { $at }
review-report-out = { $line } (отозвано)
review-stands-on = Сообщений источников: { $reports }, независимых источников: { $origins }.
review-choose-figure = Число…
review-choose-report = Сообщение источника…
review-choose-undo = Отменить решение…
review-decision = #{ $seq }, { $at }: { $what }
review-ask-merge = С каким событием это одно и то же?
review-ask-merge-example = d15, дальше почему
review-choose-merge = Самые вероятные…
review-merge-line = { $id }, { $date }: { $title }
review-merge-none = Другого того же вида и конфликта за те дни не известно.
review-ask-number = Верное число
review-ask-number-example = 14, 10-12, 14+ (не меньше), <60 или ~500; дальше почему
review-sure = Всё рассказанное об этом будет отозвано во всех чатах. Вы уверены?
review-sure-merge = Эти два события станут одним, а более позднее сообщение будет ссылаться на первое. Вы уверены?
review-sure-undo = Отменить это: { $decision }? Чаты, которым рассказали, об этом узнают.
review-sure-withdraw = Число будет отозвано во всех чатах, которым рассказали. Вы уверены?
review-sure-retract = Всё, что сказал этот источник, будет отозвано, здесь и в других местах, во всех чатах, которым рассказали. Вы уверены?
review-which-number = Выберите число из списка или напишите, что это за число и какое правильное: /review correct { $id } killed 14
review-stale = С тех пор как это было показано, оно изменилось. Взгляните ещё раз.
review-no-number = Это не число. Напишите 14, 10-12, 14+ (не меньше), <60 (не больше) или ~500 (около).
review-unable = Здесь ничего нельзя решить.
review-no-other = Назовите другое событие, например d15.
review-done-confirm = Подтверждено.
review-done-correct = Исправлено.
review-done-withdraw = Отозвано.
review-done-hold = Задержано.
review-done-release = Отпущено.
review-done-refuse = Не будет рассказано.
review-done-merge = Объединено.
review-done-split = Разделено.
review-done-retract = Отозвано везде.
review-done-undo = Отменено.
review-told-nothing = Чатам об этом ничего не говорят.
review-told-new = Это рассказывается как новость.
review-told-update = Сообщение в чатах обновляется.
review-told-correction = Чаты, которым об этом рассказали, получают поправку.
review-told-pointer = Более позднее сообщение указывает на первое.
review-refused-no-development = Такого события нет.
review-refused-no-figure = Такого числа в нём нет.
review-refused-no-report = Такого сообщения источника за ним нет.
review-refused-no-entry = Такого решения нет.
review-which-decision = Здесь действуют несколько решений: выберите одно из списка или назовите его номер.
review-refused-same-development = Это уже одно событие.
review-refused-other-kind = Объединить можно только события одного вида и одного конфликта.
review-refused-nothing-to-change = Это ничего не меняет: так уже есть.
review-refused-cannot-undo = Это нельзя отменить: об этом уже рассказано или оно с тех пор изменилось. Вместо этого исправьте.
approval-title = { $id } ждёт вашего одобрения

## Announcements

announce-title = От тех, кто держит этого бота
announce-how = Чтобы сказать что-то всем чатам: /announce и текст. Сначала вы увидите его, а отправите кнопкой.
announce-languages = На нескольких языках: /announce en: … uk: … ru: … Чаты на языке, которого нет, получат первый.
announce-long = Это слишком длинно: не больше { $count } знаков.
announce-preview = { $count ->
    [one] Это получил бы { $count } чат:
    [few] Это получили бы { $count } чата:
   *[many] Это получили бы { $count } чатов:
}
announce-in = { $language }:
button-announce-silent = Отправить без звука
button-announce-loud = Отправить со звуком
button-announce-cancel = Не отправлять
announce-unknown = Такого черновика нет.
announce-old = Это написано больше суток назад. Напишите ещё раз.
announce-sent = Отправлено во все чаты, в каждый один раз.
announce-was-sent = Это уже отправлено, в каждый чат один раз.
announce-cancelled = Не отправляется.
announce-was-cancelled = Это отменено и не отправляется.

## Numbers about the bot

stats-title = Как работает бот
stats-chats = Чаты:
stats-chats-none = ещё нет
stats-chats-of = { $platform }: подписано { $active }, уже или никогда не подписано { $unsubscribed }, пропало { $gone }
stats-deliveries = Доставка за сутки:
stats-ended = { $platform }: отправлено { $sent }, не удалось { $failed }
stats-at-least = не меньше { $count }
stats-queue = Очередь: ждёт { $queued }, в пути { $sending }, с неизвестным исходом { $unknown }
stats-waiting = { $platform }: дольше всего ждёт { $span }
stats-repeats = Возможных повторов за всё время: { $count }
stats-news = Новости:
stats-sources = Источников: { $count }, из них не работает или молчит: { $failing }
stats-process = Процесс:
stats-process-unknown = здесь о нём ничего не известно
stats-version = Версия { $version }
stats-memory = Память: { $megabytes } МБ
stats-uptime = Работает { $span }
button-to-sources = Источники
button-to-review = Проверка
button-to-audit = Журнал действий

## Audit log

audit-title = Что делали администраторы
audit-none = В журнале действий ещё ничего нет
audit-line = #{ $seq }, { $at }, { $by }: { $what }
audit-line-how = #{ $seq }, { $at }, { $by }: { $what } ({ $how })
audit-change = { $line }. { $change }
audit-ended-by = { $words }, { $by }
audit-is-done = сделано
audit-is-refused = ничего не изменило
audit-is-failed = не удалось
audit-is-cancelled = отменено
audit-is-open = открыто
audit-is-unknown = начато; чем кончилось, неизвестно
audit-report = сообщение об ошибке { $subject }
audit-announce = объявление
audit-source-add = следить за { $subject }
audit-source-edit = изменить { $subject }
audit-source-pause = приостановить { $subject }
audit-source-resume = возобновить { $subject }
audit-source-remove = удалить { $subject }
audit-review-confirm = подтвердить { $subject }
audit-review-correct = исправить { $subject }
audit-review-withdraw = отозвать { $subject }
audit-review-hold = задержать { $subject }
audit-review-release = отпустить { $subject }
audit-review-refuse = не рассказывать { $subject }
audit-review-merge = объединить { $subject }
audit-review-split = разделить { $subject }
audit-review-retract = отозвать сообщение источника { $subject }
audit-review-undo = отменить решение { $subject }

## Источники отдельных чатов

command-sources-own = За чем следят отдельные чаты, сначала те, что ждут
command-sources-approve = Разрешить чату следить за собственным источником
command-sources-refuse = Не разрешить чату следить за собственным источником
option-source-again = again, чтобы решить иначе, чем раньше
own-list-title = { $count ->
    [0] Ни один чат не следит за собственным источником
    [one] { $count } источник отдельного чата
    [few] { $count } источника отдельных чатов
   *[many] { $count } источников отдельных чатов
}
own-list-line = { $id }: { $name }. { $state }
own-request-title = Чат просит собственный источник
own-request-from = Чат: { $chat } ({ $platform })
own-request-by = Просит: { $who }; чат { $chat }
own-request-source = Источник: { $name }, { $url }
own-request-refused = В этом адресе уже отказывали: { $when }.
own-request-about = О чём он сообщает, рассказывалось бы только в том чате. Пока вы не решите, его не опрашивают.
own-everybodys = Это общий источник: разрешать нечего.
own-decided = Это уже решено. Изменить можно кнопками здесь.
own-stale = Это не тот запрос, который ждёт сейчас. Вот как обстоит дело.
own-withdrawn = Этот запрос отозван.
own-undecided = Чат за ним ещё не следит: разрешите или откажите.
own-approve-done = Разрешено. Чат об этом узнает.
own-refuse-done = Отказано. Чат об этом узнает.
source-of-one-chat = Только для одного чата
button-own-approve = Разрешить
button-own-refuse = Отказать
audit-source-approve = разрешить чату { $subject }
audit-source-follow = следить за { $subject } в своём чате
audit-source-refuse = отказать чату в { $subject }
