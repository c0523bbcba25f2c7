## Описания в меню (не более 100 знаков)

command-start = Что это такое и как начать
command-subscribe = Получать сообщения здесь
command-unsubscribe = Больше не получать сообщений здесь
command-latest = Самые новые события
command-help = О чём можно спросить
command-development = Предложения каждого источника, на которых держатся числа события
command-sources = Источники, за которыми следит бот (для администраторов)
command-sources-list = Все источники и их состояние
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

## Слова

kind-all = всё
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
source-state-controlled = { $name } (под контролем государства)
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
unsubscribed-again = Сообщений здесь больше не будет. Начать снова: /subscribe.
unsubscribed-was-not = Этот чат не был подписан.
latest-none = Пока сообщать было не о чем.
latest-earlier = Ранее:
help-title = О чём можно спросить
development-unknown = Такого события нет. Кнопки под сообщениями ведут к своим событиям.
development-quotes = { $count ->
    [one] { $count } предложение, на котором держатся числа, на языке оригинала:
    [few] { $count } предложения, на которых держатся числа, на языке оригинала:
   *[many] { $count } предложений, на которых держатся числа, на языке оригинала:
}
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
source-silent = Отвечает, но нового не было { $hours } ч.
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
where-unknown = Я не вижу этого чата. Сначала добавьте меня туда, потом назовите его ещё раз.
refused-other-chat = Это могут только администраторы того чата.
rate-wait = Слишком много запросов сразу. Попробуйте через { $seconds } с.

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
