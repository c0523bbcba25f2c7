## Описи в меню (щонайбільше 100 знаків)

command-start = Що це таке і як почати
command-subscribe = Отримувати повідомлення тут
command-unsubscribe = Більше не отримувати повідомлень тут
command-latest = Найновіші події
command-help = Що можна запитати
command-development = Речення кожного джерела, на яких тримаються числа події
command-sources = Джерела, за якими стежить бот (для адміністраторів)
command-sources-list = Усі джерела та їхній стан
command-sources-add = Стежити за стрічкою або відкритим телеграм-каналом
command-sources-remove = Більше не стежити за джерелом
command-sources-pause = Тимчасово не опитувати джерело
command-sources-resume = Знову опитувати джерело
option-language = Мова повідомлень
option-development = Номер події, наприклад d12
option-source = Ідентифікатор джерела, як у /sources list
option-url = Адреса стрічки або відкритого каналу, наприклад https://t.me/s/name
option-source-name = Назва, під якою його показувати
option-page = Сторінка списку

## Слова

kind-all = усе
kind-exchange = обміни
kind-ceasefire = припинення вогню
kind-talks = переговори
kind-strike = удари та їхні жертви
language-en = англійська
language-uk = українська
language-ru = російська
button-subscribe = Підписатися
button-latest = Найновіше
button-help = Довідка
source-state-controlled = { $name } (контролюється державою)
kind-sanctions = санкції
kind-capture = території
kind-evacuation = евакуації
kind-aid = допомога
button-more = Ще
button-newer = Новіші
open-development = Відкрити подію
right-see = бачити чат
right-send = надсилати повідомлення
right-embed = вбудовувати посилання
right-attach = прикріплювати файли
right-read-history = читати історію повідомлень
right-thread = писати в гілках

## Відповіді

start-title = Tallywire: новини про війну, у яких кожне число має джерело
start-what = Бот читає повідомлення багатьох видань і виписує з них числа: обміняних полонених, запущені та збиті дрони, загиблих і поранених. Усе про одну подію зводиться в одне повідомлення, яке оновлюється, коли числа уточнюють.
start-how = Підпишіться, і про кожну подію вас повідомлять тут один раз. Решта за бажанням: список у /help.
start-not-a-siren = Це не сигнал повітряної тривоги. Бот повторює вже опубліковане, з затримкою в кілька хвилин. У небезпеці зважайте на офіційні сигнали.
subscribed-title = Підписку оформлено
subscribed-to = Теми: { $what }.
subscribed-change = Усе можна змінити в налаштуваннях; /unsubscribe скасовує підписку.
subscribed-sample = Найновіша подія, такою ви її отримали б:
unsubscribed-title = Підписку скасовано
unsubscribed-again = Більше повідомлень тут не буде. Почати знову: /subscribe.
unsubscribed-was-not = Цей чат не був підписаний.
latest-none = Поки що не було про що повідомляти.
latest-earlier = Раніше:
help-title = Що можна запитати
development-unknown = Такої події немає. Кнопки під повідомленнями ведуть до своїх подій.
development-quotes = { $count ->
    [one] { $count } речення, на якому тримаються числа, мовою оригіналу:
    [few] { $count } речення, на яких тримаються числа, мовою оригіналу:
   *[many] { $count } речень, на яких тримаються числа, мовою оригіналу:
}
development-more = { $count ->
    [one] І ще { $count }.
    [few] І ще { $count }.
   *[many] І ще { $count }.
}
sources-title = { $count ->
    [0] Бот не стежить за жодним джерелом
    [one] Бот стежить за { $count } джерелом
    [few] Бот стежить за { $count } джерелами
   *[many] Бот стежить за { $count } джерелами
}
sources-added = Бот стежить за { $id }
sources-added-next = Давніші записи буде прочитано мовчки; новиною стане те, що з’явиться відтепер. Стан показує /sources list.
sources-removed = Бот більше не стежить за { $id }. Його повідомлення лишаються в обліку.
sources-paused = { $id } призупинено.
sources-resumed = { $id } знову опитується.
sources-unknown = Джерела { $id } немає. Усі назви показує /sources list.
sources-bad-url = Це не вебадреса. Потрібна адреса, що починається з https://, стрічки або відкритого телеграм-каналу (https://t.me/s/name).
source-fine = Працює.
source-not-polled = Ще не опитувалося.
source-failing = { $count ->
    [one] Останнє опитування не вдалося: { $why }
    [few] Останні { $count } опитування не вдалися: { $why }
   *[many] Останні { $count } опитувань не вдалися: { $why }
}
source-silent = Відповідає, але нового не було { $hours } год.
source-halt-paused = Призупинено.
source-halt-disabled = Вимкнено, бо довго не працювало: { $why }
source-halt-gone = Зникло: { $why }
alarm-title = { $count ->
    [one] { $count } зміна серед джерел
    [few] { $count } зміни серед джерел
   *[many] { $count } змін серед джерел
}
alarm-source = { $name }: { $why }
alarm-recovered = { $name } знову працює.
alarm-poller-stalled = Опитування всіх джерел зупинилося. Перезапустіть бота й перегляньте його журнал.
alarm-poller-recovered = Джерела знову опитуються.
command-unknown = Такої команди немає. Список у /help.
command-failed = Не вийшло, і це не ваша помилка. Спробуйте за хвилину ще раз.
option-missing = Бракує параметра «{ $name }».
option-unknown = Можливі значення «{ $name }»: { $values }
refused-admin = Це можуть лише адміністратори бота.
refused-chat-admin = Це можуть лише адміністратори чату.
subscribed-title-of = Підписку оформлено: { $title }
latest-none-wanted = Того, за чим стежить цей чат, ще не було. За чим саме, показує /settings.
latest-page = Найновіше, сторінка { $page }
rights-missing = Мені там ще бракує прав: { $rights }. Без них повідомлення будуть біднішими.
rights-missing-send = Поки що туди нічого не надійде. Надайте мені право: { $rights }.
where-unknown = Я не бачу цього чату. Спершу додайте мене туди, потім назвіть його ще раз.
refused-other-chat = Це можуть лише адміністратори того чату.
rate-wait = Забагато запитів одразу. Спробуйте за { $seconds } с.

## Дошка

language-own-name = Українська
board-title = Tallywire
board-intro = Про що повідомляють: кожне число зі своїм джерелом. Спершу найновіше; час київський, якщо не налаштовано інакше.
board-intro-demo = Демонстрація: обмін полоненими «1000 на 1000» у травні 2025 року та ночі довкола нього, чотири дні приблизно за три хвилини. Видання вигадані, числа справжні.
board-empty = Поки що не було про що повідомляти. Сторінка оновлюється сама.
board-told = повідомлено { $at }
board-changed = оновлено { $at }
board-source-failing = Від { $name } зараз немає новин, і це не означає, що спокійно: { $why }

## Source failures

failure-bad-url = Це не адреса, яку можна завантажити.
failure-private-address = Адреса веде у приватну або зарезервовану мережу.
failure-source-exists = За цим джерелом бот уже стежить.
failure-dns = Ім’я сервера не знайдено.
failure-refused = Сервер відхиляє з’єднання.
failure-unreachable = Сервер недосяжний.
failure-connection-lost = З’єднання обірвалося.
failure-tls = Захищене з’єднання не вдалося: проблема із сертифікатом або TLS.
failure-timeout = Сервер не відповів вчасно.
failure-bad-http = Сервер порушує протокол HTTP.
failure-request-failed = Запит не вдався.
failure-too-many-redirects = Адреса переспрямовує надто багато разів.
failure-too-large = Відповідь завелика.
failure-headers-too-large = Заголовки відповіді завеликі.
failure-bad-encoding = Стиснену відповідь не вдалося прочитати.
failure-http-401 = Сервер вимагає входу. (HTTP 401)
failure-http-402 = Сервер вимагає оплати. (HTTP 402)
failure-http-403 = Сервер забороняє нам це читати. (HTTP 403)
failure-http-404 = За цією адресою нічого немає. (HTTP 404)
failure-http-410 = Джерело зникло назавжди. (HTTP 410)
failure-http-429 = Сервер каже, що ми питаємо надто часто. (HTTP 429)
failure-http-451 = Джерело заблоковано з юридичних причин. (HTTP 451)
failure-http-503 = Сервер зараз недоступний. (HTTP 503)
failure-http-5xx = На сервері внутрішня помилка. (HTTP { $status })
failure-http-other = Сервер відхиляє запит. (HTTP { $status })
failure-challenge-page = Замість відповіді служба захисту вимагає браузера.
failure-not-a-feed = За цією адресою не стрічка.
failure-empty-answer = Джерело відповідає порожньо.
failure-too-complex = Стрічка потребує забагато часу або пам’яті.
failure-no-preview = Канал не має відкритого перегляду або не існує.
failure-unknown-kind = Ця версія не вміє читати джерела такого виду.
failure-internal = Джерело не вдалося прочитати: це наша помилка.
alarm-most-failing = { $failing } із { $polled } джерел не працюють одночасно. Навряд чи причина в них: перевірте цю машину та її мережу.
alarm-most-recovered = Більшість джерел знову працює.
