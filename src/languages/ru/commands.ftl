## Описания в меню (не более 100 знаков)

command-start = Что это такое и как начать
command-subscribe = Получать сообщения здесь
command-unsubscribe = Больше не получать сообщений здесь
command-latest = Самые новые события
command-help = О чём можно спросить
command-development = Одно событие: все утверждения рядом, каждый источник
command-sources = Источники, за которыми следит бот, и их состояние
command-sources-list = Все источники, за которыми следит бот
command-sources-add = Следить за лентой или открытым телеграм-каналом
command-sources-remove = Больше не следить за источником
command-sources-pause = Временно не опрашивать источник
command-sources-resume = Снова опрашивать источник
option-language = Язык сообщений
option-development = Номер события, например d12
option-source = Идентификатор источника, как в /sources list
option-url = Адрес ленты или открытого канала, например https://t.me/s/name
option-source-name = Название, под которым его показывать
option-page = Страница списка
command-mute = Без новых сообщений на время или об одном событии
command-unmute = Снова получать сообщения
command-totals = Обмены и сколько осталось, атаки по дням, жертвы
command-chart = График: обмен, атаки по дням, места
command-search = Найти события по месту, имени, числу или слову
command-why = Почему об этом сообщено здесь и на каких предложениях держатся числа
command-whynot = Почему об этой новости здесь не сообщено
command-status = За чем следит бот, что не работает, как сообщает в этот чат
command-share = Ссылка, которая настроит то же для кого-то ещё
command-report = Сообщить администраторам об ошибке
command-privacy = Что хранится об этом чате
command-export = Всё, что хранится об этом чате
command-forget = Удалить всё, что хранится об этом чате
option-mute = На сколько, например 8h или 2d; или событие, например d12
option-unmute = Событие, например d12; если не указано, всё
option-chart = exchange, days, places, toll или событие, например d12
option-search = Места, имена, числа или слова на любом языке
option-whynot = Адрес новости
option-report = Что не так; сначала событие, например d12
option-forget = Запрашивается перед удалением
option-payload = То, что несёт ссылка
on-message-why = Почему это сообщение?
on-message-report = Сообщить об ошибке

## Слова

kind-all = всё
kind-usual = обычное
kind-exchange = обмены
kind-ceasefire = прекращение огня
kind-talks = переговоры
kind-strike = удары и их жертвы
language-en = английский
language-uk = украинский
language-ru = русский
button-subscribe = Подписаться
button-latest = Новое
button-help = Справка
kind-sanctions = санкции
kind-capture = территории
kind-evacuation = эвакуации
kind-aid = помощь
button-more = Ещё
button-newer = Новее
open-development = Открыть событие
right-see = видеть чат
right-send = отправлять сообщения
right-embed = встраивать ссылки
right-attach = прикреплять файлы
right-read-history = читать историю сообщений
right-thread = писать в ветках
action-chart = График
action-why = Почему
action-mute = Отключить
action-report = Сообщить об ошибке
button-more-claims = Ещё числа
button-more-links = Ещё источники
button-more-sentences = Ещё предложения
button-overview = Обзор
button-undo = Отменить
button-mute-all = Отключить всё на время
button-unmute = Включить
button-charts = Графики
button-sources = Источники
button-export = Показать мои данные
button-forget = Удалить мои данные
mute-1h = 1 час
mute-8h = 8 часов
mute-24h = 24 часа
mute-7d = 7 дней
mute-forever = Пока не включу
since-day = с { $day }

## Ответы

start-title = Tallywire: новости о войне, в которых у каждого числа есть источник
start-what = Бот читает сообщения многих изданий и выписывает из них числа: обмененных пленных, запущенные и сбитые дроны, погибших и раненых. Всё об одном событии сводится в одно сообщение, которое обновляется, когда числа уточняют.
start-how = Подпишитесь, и о каждом событии вам сообщат здесь один раз. Остальное по желанию: список в /help.
start-not-a-siren = Это не сигнал воздушной тревоги. Бот повторяет уже опубликованное, с задержкой в несколько минут. В опасности следуйте официальным сигналам.
subscribed-title = Подписка оформлена
subscribed-to = Темы: { $what }.
subscribed-change = Всё можно изменить в настройках; /unsubscribe отменяет подписку.
subscribed-sample = Самое новое событие, таким вы бы его получили:
unsubscribed-title = Подписка отменена
unsubscribed-title-of = Подписка отменена: { $title }
unsubscribed-again = Сообщений здесь больше не будет. Начать снова: /subscribe.
unsubscribed-there = Сообщений там больше не будет.
unsubscribed-was-not = Этот чат не был подписан.
latest-none = Пока сообщать было не о чем.
latest-none-older = Более старого нет.
latest-earlier = Ранее:
help-title = О чём можно спросить
help-other-chats = Сообщать можно и группам, и каналам: добавьте меня туда и скажите там /subscribe или скажите это здесь, а следом его @имя или #имя. Вы должны быть администратором того чата.
development-unknown = Такого события нет. Самые новые показывает /latest.
development-elsewhere = Это из источника, за которым следит только один чат: открыть это можно лишь в том чате.
development-quotes = { $count ->
    [one] { $count } предложение, на котором держатся числа, на языке оригинала:
    [few] { $count } предложения, на которых держатся числа, на языке оригинала:
   *[many] { $count } предложений, на которых держатся числа, на языке оригинала:
}
development-page = Страница { $page } из { $last }
development-links = Источники
development-more = { $count ->
    [one] И ещё { $count }.
    [few] И ещё { $count }.
   *[many] И ещё { $count }.
}
sources-title = { $count ->
    [0] Бот не следит ни за одним источником
    [one] Бот следит за { $count } источником
    [few] Бот следит за { $count } источниками
   *[many] Бот следит за { $count } источниками
}
sources-added = Бот следит за { $id }
sources-added-next = Прежние записи будут прочитаны молча; новостью станет то, что появится с этого времени. Состояние показывает /sources list.
sources-removed = Бот больше не следит за { $id }. Его сообщения остаются в учёте.
sources-paused = { $id } приостановлен.
sources-resumed = { $id } снова опрашивается.
sources-unknown = Источника { $id } нет. Все названия показывает /sources list.
sources-bad-url = Это не веб-адрес. Нужен адрес, который начинается с https://, ленты или открытого телеграм-канала (https://t.me/s/name).
source-fine = Работает.
source-not-polled = Ещё не опрашивался.
source-failing = { $count ->
    [one] Последний опрос не удался: { $why }
    [few] Последние { $count } опроса не удались: { $why }
   *[many] Последние { $count } опросов не удались: { $why }
}
source-silent = Отвечает, но нового не было { $span }.
source-halt-paused = Приостановлен.
source-halt-disabled = Выключен, так как долго не работал: { $why }
source-halt-gone = Исчез: { $why }
alarm-title = { $count ->
    [one] { $count } изменение среди источников
    [few] { $count } изменения среди источников
   *[many] { $count } изменений среди источников
}
alarm-source = { $name }: { $why }
alarm-recovered = { $name } снова работает.
alarm-poller-stalled = Опрос всех источников остановился. Перезапустите бота и посмотрите его журнал.
alarm-poller-recovered = Источники снова опрашиваются.
command-unknown = Такой команды нет. Список в /help.
command-failed = Не получилось, и это не ваша ошибка. Попробуйте через минуту ещё раз.
option-missing = Не хватает параметра «{ $name }».
option-unknown = Возможные значения «{ $name }»: { $values }
refused-admin = Это могут только администраторы бота.
refused-chat-admin = Это могут только администраторы чата.
subscribed-title-of = Подписка оформлена: { $title }
latest-none-wanted = Того, за чем следит этот чат, ещё не было. За чем именно, показывает /settings.
latest-page = Новое, страница { $page }
rights-missing = Мне там ещё не хватает прав: { $rights }. Без них сообщения будут беднее.
rights-missing-send = Пока туда ничего не придёт. Дайте мне право: { $rights }.
subscribe-unseen = Туда ничего бы не пришло: я не вижу этот чат.
subscribe-unseen-hint = Пригласите меня на сервер или добавьте в чат, разрешите его видеть и снова используйте /subscribe.
rights-lost = Я больше не могу писать в { $title }. Сообщения там приостановлены.
rights-lost-again = Когда это будет исправлено, воспользуйтесь там /subscribe ещё раз.
where-unknown = Я не вижу этого чата. Сначала добавьте меня туда, потом назовите его ещё раз.
refused-other-chat = Это могут только администраторы того чата.
refused-rights-unknown = Не могу узнать, кто администрирует тот чат. В канале для этого я должен быть администратором. Попробуйте ещё раз через мгновение.
rate-wait = Слишком много запросов сразу. Попробуйте через { $seconds } с.
mute-title = На сколько отключить сообщения в этом чате?
mute-title-there = На сколько отключить сообщения?
mute-about = Новых сообщений в это время не будет. Имеющиеся по-прежнему обновляются. Если пройдёт не больше суток, потом будет сказано, что было нового.
mute-unknown = Укажите время, например 8h или 2d, или событие, например d12.
muted-until = Отключено до { $at }
muted-forever = Отключено, пока вы не включите
mute-development = Нового об этом не будет. Само сообщение по-прежнему обновляется.
unmute-nothing = Это не было отключено.
unmute-all = Сообщения снова приходят.
unmute-development = Новости об этом снова приходят.
development-untold = Как о новости об этом не сообщалось.
claim-line = { $label }: { $number }. { $by }, { $at }
claim-outlets = { $count ->
    [one] { $line } ({ $count } издание)
    [few] { $line } ({ $count } издания)
   *[many] { $line } ({ $count } изданий)
}
claim-leading = ✓ { $line }, показано в сообщении
quote-unlinked = { $quote } ({ $name })
report-how = Ответьте на сообщение командой /report и напишите, что не так, или назовите событие: /report d12 это число за прошлый год
report-ask = Что не так?
report-example = Это число за весь месяц
report-words-missing = Что с ним не так?
report-thanks = Спасибо. Администраторы это получили.
report-unreachable = Сейчас отсюда не удаётся написать администраторам. Обратитесь к тем, кто держит этого бота.
report-title = Сообщение об ошибке
report-from = От { $user }, чат: { $chat }
report-private-chat = личный
report-development = { $id }: { $title }
development-how = Ответьте на сообщение командой /development или назовите событие: /development d12. Новейшие есть в /latest.
why-how = Ответьте на сообщение командой /why или назовите событие: /why d12
why-title = Почему: { $title }
why-told = В последний раз сообщено { $at }, версия { $revision }.
why-told-elsewhere = В последний раз сообщено в других чатах { $at }, версия { $revision }; в этот чат отдельным сообщением — нет.
why-origins = { $count ->
    [one] За этим стоит { $count } независимый источник.
    [few] За этим стоят { $count } независимых источника.
   *[many] За этим стоят { $count } независимых источников.
}
why-everything = Ни одна настройка этого чата не сужает выбор.
why-match = { $setting }: { $value }, как и просит этот чат
why-against = { $setting }: по нынешним настройкам не пришло бы
whynot-how = Укажите адрес новости: /whynot https://…
whynot-development = Почему об этом здесь не сообщено
whynot-not-followed = За { $host } бот не следит.
whynot-not-followed-next = О его новостях здесь узнают, только если о них сообщит источник из списка /sources.
whynot-not-seen = За этим изданием бот следит, но эта новость через его ленту не приходила.
whynot-report = Почему об этой новости здесь сообщено или нет
whynot-seen = Прочитано { $at }.
whynot-nothing-read = В ней ничего не прочитано: ни чисел, ни событий, о которых сообщают.
whynot-background = Её числа прочитаны как фон или как суммы за более долгое время, а это не новость.
whynot-backfill = Она уже была, когда бот начал следить за источником, или была старой: такое читают молча.
whynot-not-subscribed = Этот чат не подписан.
whynot-told = Об этом здесь сообщено.
whynot-waiting = Уже в пути: время { $at }.
whynot-quiet = Тихие часы этого чата, { $from }–{ $to }, задерживают сообщение.
whynot-failed = Его не удалось сюда доставить: { $why }
whynot-muted-development = Это событие здесь отключено.
whynot-filtered = Не пропустили настройки этого чата: { $setting }.
whynot-digest = Этот чат получает только дайджест.
whynot-before = Об этом сообщено до подписки этого чата или до того, как это разрешили его настройки.
whynot-approval = Ждёт одобрения администратора.
whynot-refused = Администраторы этого не одобрили.
whynot-review = Администраторы задержали это для проверки.
whynot-hold = Пока один источник и без названного спикера: ждёт второго до { $at }.
whynot-kind = О новостях этого вида не сообщают: { $kind }.
whynot-no-conflict = Не удалось определить, к какому конфликту это относится.
whynot-old = Это случилось слишком давно, чтобы быть новостью.
whynot-too-little = Пока известно слишком мало: не хватает числа, дня или чьего-то слова, либо числа невелики.
chart-source = Источник: { $outlets }. По состоянию на { $at }
chart-legs-sum = пока { $done }
chart-legs-of = { $done } из { $target } согласованных
chart-legs-target = Согласовано: { $target }
chart-days-title = { $what } по дням ({ $party })
chart-days-span = { $from } – { $to }
chart-places-title = { $measure }, по местам
chart-places-sum = числа отдельных ударов, сложенные по местам
chart-menu = Графики
chart-menu-about = Что нарисовать?
chart-menu-exchange = Последний обмен
chart-menu-days = Атаки по дням
chart-menu-places = Удары по местам
chart-menu-toll = Удар недели с наибольшим числом погибших
chart-toll-line = { $by }: { $number } ({ $at }).
chart-toll-range = { $number }, вместе с другими от { $low } до { $high }
chart-none = Пока нет чисел для графика.
chart-span = { $days } дней
chart-attacks-of = Атаки: { $party }
totals-title = Итоги
totals-none = Пока ничего не посчитано.
totals-earlier = { $count ->
    [one] И ещё { $count } раньше.
    [few] И ещё { $count } раньше.
   *[many] И ещё { $count } раньше.
}
totals-nights = Воздушные атаки за неделю
totals-tolls = Удары с наибольшим числом погибших за неделю
search-how = Ищите по месту, имени, числу или слову на любом из языков: /search Харьков дроны
search-none = По запросу «{ $words }» ничего не найдено
search-title = Найдено по запросу «{ $words }»
search-narrow = Есть ещё. Добавьте слово, чтобы сузить поиск.
status-title = Состояние
status-followed = { $count ->
    [one] Бот следит за { $count } источником.
    [few] Бот следит за { $count } источниками.
   *[many] Бот следит за { $count } источниками.
}
status-day = { $count ->
    [one] За сутки: прочитано сообщений: { $reports }, рассказано об { $told } событии.
    [few] За сутки: прочитано сообщений: { $reports }, рассказано о { $told } событиях.
   *[many] За сутки: прочитано сообщений: { $reports }, рассказано о { $told } событиях.
}
status-last = В последний раз сообщено { $at }.
status-all-well = Все источники отвечают.
status-unwell = { $count ->
    [one] { $count } источник не работает или молчит; это не значит, что спокойно:
    [few] { $count } источника не работают или молчат; это не значит, что спокойно:
   *[many] { $count } источников не работают или молчат; это не значит, что спокойно:
}
status-chat = Этот чат: { $kinds }. { $pace }.
privacy-title = Что хранится
privacy-stored = О чате: его номер на платформе, настройки и номера отправленных туда сообщений, чтобы их можно было обновлять.
privacy-not-stored = Кроме названного, не хранится: что вы здесь пишете, кто вы, кто это читает. От команды, на которую отвечено, на некоторое время остаются только номер и отпечаток, чтобы не ответить дважды.
privacy-reports = Когда вы сообщаете об ошибке, администраторы видят ваши слова и ваш номер на платформе. Они навсегда остаются в их журнале: /export их не показывает, /forget не удаляет.
privacy-yours = Остальное, что хранится о чате, /export показывает (о сообщениях – сколько их), а /forget удаляет.
export-title = Всё, что хранится об этом чате
export-about = /forget это удалит.
forget-title = Удалить всё, что хранится об этом чате?
forget-about = Исчезнут настройки и память об отправленном, и больше ничего не придёт. Сообщения в чате останутся, но обновляться уже не будут.
forget-yes = Удалить
forget-no = Оставить
forget-done = Всё об этом чате удалено.
forget-again = /subscribe начнёт заново.
forget-nothing = Об этом чате ничего не хранится.
share-title = Поделиться этой подпиской
share-about = Кто откроет эту ссылку, сможет подписаться на то же одним касанием:
share-about-command = Кто отправит мне это, сможет подписаться на то же одним касанием:
share-left-out = В ссылке нет места для такого: { $what }. Кто её откроет, получит всё без этих ограничений.
start-shared = С вами делятся подпиской
start-shared-next = Нажмите «Подписаться», чтобы получать это здесь. Всё можно изменить потом.
sources-of-nobody = Не принадлежат ни одной стороне
report-thanks-evidence = Спасибо. Администраторы получили это вместе с сообщением и предложениями источников.
whynot-merged = { $from } оказалось тем же, что и { $id }.

## Доска

language-own-name = Русский
board-title = Tallywire
board-intro = О чём сообщают: каждое число со своим источником. Сначала самое новое; время киевское, если не настроено иначе.
board-intro-demo = Демонстрация: обмен пленными «1000 на 1000» в мае 2025 года и ночи вокруг него, четыре дня примерно за три минуты. Издания вымышлены, числа настоящие.
board-empty = Пока сообщать было не о чем. Страница обновляется сама.
board-told = сообщено { $at }
board-changed = обновлено { $at }
board-source-failing = От { $name } сейчас нет новостей, и это не значит, что спокойно: { $why }

## Source failures

failure-bad-url = Это не адрес, который можно загрузить.
failure-private-address = Адрес ведёт в частную или зарезервированную сеть.
failure-source-exists = За этим источником бот уже следит.
failure-dns = Имя сервера не найдено.
failure-refused = Сервер отклоняет соединение.
failure-unreachable = Сервер недостижим.
failure-connection-lost = Соединение оборвалось.
failure-tls = Защищённое соединение не удалось: проблема с сертификатом или TLS.
failure-timeout = Сервер не ответил вовремя.
failure-bad-http = Сервер нарушает протокол HTTP.
failure-request-failed = Запрос не удался.
failure-too-many-redirects = Адрес перенаправляет слишком много раз.
failure-too-large = Ответ слишком велик.
failure-headers-too-large = Заголовки ответа слишком велики.
failure-bad-encoding = Сжатый ответ не удалось прочитать.
failure-http-401 = Сервер требует входа. (HTTP 401)
failure-http-402 = Сервер требует оплаты. (HTTP 402)
failure-http-403 = Сервер запрещает нам это читать. (HTTP 403)
failure-http-404 = По этому адресу ничего нет. (HTTP 404)
failure-http-410 = Источник исчез навсегда. (HTTP 410)
failure-http-429 = Сервер говорит, что мы спрашиваем слишком часто. (HTTP 429)
failure-http-451 = Источник заблокирован по юридическим причинам. (HTTP 451)
failure-http-503 = Сервер сейчас недоступен. (HTTP 503)
failure-http-5xx = На сервере внутренняя ошибка. (HTTP { $status })
failure-http-other = Сервер отклоняет запрос. (HTTP { $status })
failure-challenge-page = Вместо ответа служба защиты требует браузера.
failure-not-a-feed = По этому адресу не лента.
failure-empty-answer = Источник отвечает пустотой.
failure-too-complex = Лента требует слишком много времени или памяти.
failure-no-preview = У канала нет открытого просмотра, или он не существует.
failure-unknown-kind = Эта версия не умеет читать источники такого вида.
failure-internal = Источник не удалось прочитать: это наша ошибка.
alarm-most-failing = { $failing } из { $polled } источников не работают одновременно. Вряд ли причина в них: проверьте эту машину и её сеть.
alarm-most-recovered = Большинство источников снова работает.

## Источники только этого чата

command-follow = Следить за лентой или открытым каналом Telegram только для этого чата
command-unfollow = Больше не следить за источником только этого чата
option-follow-url = Адрес ленты или открытого канала Telegram (t.me/название)
option-unfollow = Источник: его название или адрес
follow-title = Источники только этого чата
follow-title-of = Источники только для { $title }
follow-about = О чём они сообщают, рассказывается только в этом чате, рядом с тем, что рассказывают общие источники.
follow-none = Пока их нет.
follow-how = Отправьте /follow с адресом ленты или открытого канала Telegram, например /follow t.me/название.
follow-line = { $name }: { $state }
follow-ask = Адрес ленты или канала
follow-example = https://example.org/feed.xml или t.me/название
follow-off = Здесь у чатов не может быть собственных источников: тот, кто держит этого бота, этого не разрешает.
follow-limit = { $count ->
    [one] У этого чата может быть { $count } собственный источник, и он уже есть. Место освободит /unfollow.
    [few] У этого чата может быть { $count } собственных источника, и они уже есть. Место освободит /unfollow.
   *[many] У этого чата может быть { $count } собственных источников, и они уже есть. Место освободит /unfollow.
}
follow-limit-all = Сейчас здесь нельзя добавить больше источников отдельных чатов.
follow-wait = Отсюда уже много просили администраторов бота. Попробуйте через { $count } мин.
follow-limit-waiting = Решения администраторов бота отсюда уже ждёт достаточно запросов.
follow-busy = Как раз сейчас просматриваются другие источники. Попробуйте ещё раз через минуту.
follow-everybodys = За { $name } бот уже следит для всех. Новости оттуда приходят сюда, насколько позволяют настройки.
follow-twice = Этот чат уже следит за { $name }.
follow-refused = Администраторы бота отказали этому чату в { $name }.
follow-failed = { $name }: прочитать не удалось. { $why }
follow-reading = { $name } читается
follow-reading-about = Что из этого выйдет, бот скажет здесь в течение минуты. Всё остальное тем временем работает.
source-being-read = Читается впервые.
followed-title = Теперь этот чат следит за { $name }
followed-title-waiting = { $name }: решение за администраторами бота
followed-about = То, что там уже есть, читается молча. Что появится с этого времени, рассказывается в этом чате и больше нигде.
followed-waiting = Их спросили, и этот чат узнает, что они решили. До тех пор из этого источника ничего не рассказывается.
unfollowed = Этот чат больше не следит за { $name }.
unfollow-unknown = У этого чата нет собственного источника «{ $word }». Их перечисляет /follow.
button-follow = Следить за источником
button-unfollow = Больше не следить за { $name }
button-own-sources = Источники только этого чата
sources-own = Только для этого чата:
source-halt-waiting = Ждёт решения администраторов бота.
source-halt-refused = Администраторы бота отказали.
own-approved-title = Теперь этот чат следит за { $name }
own-approved-about = Администраторы бота согласились. Что там появится с этого времени, рассказывается здесь и больше нигде.
own-refused-title = Этот чат не следит за { $name }
own-refused-about = Администраторы бота не согласились. Из списка его убирает /unfollow.
own-removed-title = Этот чат больше не следит за { $name }
own-removed-about = Источник удалили администраторы бота.
development-own = Из собственных источников этого чата:
development-own-line = { $line } ({ $outlet })
whynot-own = Это здесь уже рассказали общие источники, поэтому собственный источник чата не повторял; или это было до того, как настройки чата его пропустили.
privacy-own = О собственных источниках чата: их адреса, о чём они сообщили и что из этого здесь рассказали. Ни один другой чат ничего из этого не видит. Когда о них просят, администраторы бота видят и хранят ваши имя и номер на платформе и адрес. Что они решили, остаётся в их журнале.
