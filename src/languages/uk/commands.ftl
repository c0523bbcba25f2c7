## Описи в меню (щонайбільше 100 знаків)

command-start = Що це таке і як почати
command-subscribe = Отримувати повідомлення тут
command-unsubscribe = Більше не отримувати повідомлень тут
command-latest = Найновіші події
command-help = Що можна запитати
command-development = Одна подія: усі твердження поряд, кожне джерело
command-sources = Джерела, за якими стежить бот, і їхній стан
command-sources-list = Усі джерела, за якими стежить бот
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
command-mute = Без нових повідомлень на час або про одну подію
command-unmute = Знову отримувати повідомлення
command-totals = Обміни й скільки лишилося, атаки за днями, жертви
command-chart = Графік: обмін, атаки за днями, місця
command-search = Знайти події за місцем, ім’ям, числом або словом
command-why = Чому про це повідомлено тут і на яких реченнях тримаються числа
command-whynot = Чому про цю новину тут не повідомлено
command-status = За чим стежить бот, що не працює, як повідомляє цей чат
command-share = Посилання, яке налаштує те саме для когось іще
command-report = Повідомити адміністраторам про помилку
command-privacy = Що зберігається про цей чат
command-export = Усе, що зберігається про цей чат
command-forget = Видалити все, що зберігається про цей чат
option-mute = На скільки, наприклад 8h або 2d; або подія, наприклад d12
option-unmute = Подія, наприклад d12; якщо не вказано, усе
option-chart = exchange, days, places, toll або подія, наприклад d12
option-search = Місця, імена, числа або слова будь-якою мовою
option-whynot = Адреса новини
option-report = Що не так; спершу подія, наприклад d12
option-forget = Запитується перед видаленням
option-payload = Те, що несе посилання
on-message-why = Чому це повідомлення?
on-message-report = Повідомити про помилку

## Слова

kind-all = усе
kind-usual = звичайне
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
action-chart = Графік
action-why = Чому
action-mute = Вимкнути
action-report = Повідомити про помилку
button-more-claims = Ще числа
button-more-links = Ще джерела
button-more-sentences = Ще речення
button-overview = Огляд
button-undo = Скасувати
button-mute-all = Вимкнути все на час
button-unmute = Увімкнути
button-charts = Графіки
button-sources = Джерела
button-export = Показати мої дані
button-forget = Видалити мої дані
mute-1h = 1 година
mute-8h = 8 годин
mute-24h = 24 години
mute-7d = 7 днів
mute-forever = Доки не ввімкну
since-day = з { $day }

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
unsubscribed-title-of = Підписку скасовано: { $title }
unsubscribed-again = Більше повідомлень тут не буде. Почати знову: /subscribe.
unsubscribed-there = Більше повідомлень там не буде.
unsubscribed-was-not = Цей чат не був підписаний.
latest-none = Поки що не було про що повідомляти.
latest-none-older = Старішого немає.
latest-earlier = Раніше:
help-title = Що можна запитати
help-other-chats = Повідомляти можна й групи та канали: додайте мене туди й скажіть там /subscribe або скажіть це тут, а далі його @ім’я чи #ім’я. Ви маєте бути адміністратором того чату.
help-other-chats-discord = Повідомляти можна й інші канали: скажіть там /subscribe або скажіть це тут і виберіть канал. Ви маєте керувати тим сервером.
development-unknown = Такої події немає, або про неї ще не розповідали. Найновіші показує /latest.
development-elsewhere = Це з джерела, за яким стежить лише один чат: відкрити це можна тільки в тому чаті.
development-quotes = { $count ->
    [one] { $count } речення, на якому тримаються числа, мовою оригіналу:
    [few] { $count } речення, на яких тримаються числа, мовою оригіналу:
   *[many] { $count } речень, на яких тримаються числа, мовою оригіналу:
}
development-page = Сторінка { $page } з { $last }
development-links = Джерела
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
source-silent = Відповідає, але нового не було { $span }.
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
subscribe-unseen = Туди нічого не надійшло б: я не бачу цього чату.
subscribe-unseen-hint = Запросіть мене на сервер або додайте до чату, дозвольте його бачити й знову скористайтеся /subscribe.
rights-lost = Я більше не можу писати в { $title }. Повідомлення там призупинено.
rights-lost-again = Щойно це буде виправлено, вони надходитимуть далі; можна й скористатися там /subscribe.
where-unknown = Я не бачу цього чату. Спершу додайте мене туди, потім назвіть його ще раз.
refused-other-chat = Це можуть лише адміністратори того чату.
refused-rights-unknown = Не можу довідатися, хто адмініструє той чат. У каналі для цього я маю бути адміністратором. Спробуйте ще раз за мить.
rate-wait = Забагато запитів одразу. Спробуйте за { $seconds } с.
mute-title = На скільки вимкнути повідомлення в цьому чаті?
mute-title-there = На скільки вимкнути повідомлення?
mute-about = Нових повідомлень тим часом не буде. Наявні й далі оновлюються. Якщо мине не більше доби, потім буде сказано, що було нового.
mute-unknown = Вкажіть час, наприклад 8h або 2d, або подію, наприклад d12.
muted-until = Вимкнено до { $at }
muted-forever = Вимкнено, доки ви не ввімкнете
mute-development = Нового про це не буде. Саме повідомлення й далі оновлюється.
unmute-nothing = Це не було вимкнено.
unmute-all = Повідомлення знову надходять.
unmute-development = Новини про це знову надходять.
development-untold = Як про новину про це не повідомлялося.
claim-line = { $label }: { $number }. { $by }, { $at }
claim-outlets = { $count ->
    [one] { $line } ({ $count } видання)
    [few] { $line } ({ $count } видання)
   *[many] { $line } ({ $count } видань)
}
claim-leading = ✓ { $line }, показано в повідомленні
quote-unlinked = { $quote } ({ $name })
report-how = Дайте відповідь на повідомлення командою /report і напишіть, що не так, або назвіть подію: /report d12 це число за минулий рік
report-how-discord = Відкрийте меню повідомлення (Застосунки, { $menu }) і напишіть, що не так, або назвіть подію: /report d12 це число за минулий рік
report-ask = Що не так?
report-example = Це число за весь місяць
report-words-missing = Що з ним не так?
report-thanks = Дякуємо. Адміністратори це отримали.
report-unreachable = Зараз звідси не вдається написати адміністраторам. Зверніться до тих, хто тримає цього бота.
report-title = Повідомлення про помилку
report-from = Від { $user }, чат: { $chat }
report-private-chat = приватний
report-development = { $id }: { $title }
development-how = Дайте відповідь на повідомлення командою /development або назвіть подію: /development d12. Найновіші є в /latest.
development-how-discord = Натисніть кнопку під повідомленням або назвіть подію: /development d12. Найновіші є в /latest.
why-how = Дайте відповідь на повідомлення командою /why або назвіть подію: /why d12
why-how-discord = Відкрийте меню повідомлення (Застосунки, { $menu }) або назвіть подію: /why d12
why-title = Чому: { $title }
why-told = Востаннє повідомлено { $at }, версія { $revision }.
why-told-elsewhere = Востаннє повідомлено деінде { $at }, версія { $revision }; цьому чату окремим повідомленням — ні.
why-origins = { $count ->
    [one] За цим стоїть { $count } незалежне джерело.
    [few] За цим стоять { $count } незалежні джерела.
   *[many] За цим стоять { $count } незалежних джерел.
}
why-everything = Жодне налаштування цього чату не звужує вибір.
why-match = { $setting }: { $value }, як і просить цей чат
why-against = { $setting }: за нинішніми налаштуваннями не надійшло б
whynot-how = Вкажіть адресу новини: /whynot https://…
whynot-development = Чому про це тут не повідомлено
whynot-not-followed = За { $host } бот не стежить.
whynot-not-followed-next = Про його новини тут дізнаються, лише якщо про них повідомить джерело зі списку /sources.
whynot-not-seen = За цим виданням бот стежить, але ця новина через його стрічку не надходила.
whynot-report = Чому про цю новину тут повідомлено чи ні
whynot-seen = Прочитано { $at }.
whynot-nothing-read = У ній нічого не прочитано: ні чисел, ні подій, про які повідомляють.
whynot-background = Її числа прочитано як тло або як суми за довший час, а це не новина.
whynot-backfill = Вона вже була, коли бот почав стежити за джерелом, або була давньою: таке читають мовчки.
whynot-not-subscribed = Цей чат не підписаний.
whynot-told = Про це тут повідомлено.
whynot-waiting = Уже в дорозі: час { $at }.
whynot-quiet = Тихі години цього чату, { $from }–{ $to }, затримують повідомлення.
whynot-failed = Його не вдалося сюди доставити: { $why }
whynot-muted-development = Цю подію тут вимкнено.
whynot-filtered = Не пропустили налаштування цього чату: { $setting }.
whynot-digest = Цей чат отримує лише дайджест.
whynot-before = Про це повідомлено до підписки цього чату або до того, як це дозволили його налаштування.
whynot-approval = Чекає на схвалення адміністратора.
whynot-refused = Адміністратори цього не схвалили.
whynot-review = Адміністратори затримали це для перевірки.
whynot-hold = Поки що одне джерело й без названого речника: чекає на друге до { $at }.
whynot-kind = Про новини цього виду не повідомляють: { $kind }.
whynot-no-conflict = Не вдалося визначити, до якого конфлікту це належить.
whynot-old = Це сталося надто давно, щоб бути новиною.
whynot-misread = Імовірно, прочитано хибно: те саме число, що й у «{ $title }» ({ $id }). Чекає на друге джерело.
whynot-no-attack = Є постраждалі, але ніхто ще не повідомляє про атаку.
whynot-small = Числа менші за ті, від яких про це повідомляють: хтось загинув, { $injured } поранених, { $customers } споживачів без світла або { $drones } дронів.
whynot-no-number = Ніхто ще не назвав числа.
whynot-no-day = День не вказано.
whynot-no-word = Поки що лише одне джерело, і не названо, хто це каже.
whynot-one-source = Поки що лише одне джерело: такі новини чекають на друге.
whynot-talks = Про переговори повідомляють, коли два джерела або видання однієї зі сторін кажуть, що противники зустрілися.
whynot-talks-planned = Переговори оголошено, але ще не повідомлено, що вони відбулися.
whynot-too-little = Поки що відомо замало: бракує числа, дня чи чийогось слова, або числа невеликі.
chart-source = Джерело: { $outlets }. Станом на { $at }
chart-legs-sum = наразі { $done }
chart-legs-of = { $done } з { $target } домовлених
chart-legs-target = Домовлено: { $target }
chart-days-title = { $what } за днями ({ $party })
chart-days-span = { $from } – { $to }
chart-places-title = { $measure }, за місцями
chart-places-sum = числа окремих ударів, додані за місцями
chart-menu = Графіки
chart-menu-about = Що намалювати?
chart-unknown = Графіка «{ $word }» немає.
chart-menu-exchange = Останній обмін
chart-menu-days = Атаки за днями
chart-menu-places = Удари за місцями
chart-menu-toll = Удар тижня з найбільшим числом загиблих
chart-toll-line = { $by }: { $number } ({ $at }).
chart-toll-range = { $number }, разом з іншими від { $low } до { $high }
chart-none = Поки що немає чисел для графіка.
chart-span = { $days } днів
chart-attacks-of = Атаки: { $party }
totals-title = Підсумки
totals-none = Поки що нічого не пораховано.
totals-earlier = { $count ->
    [one] І ще { $count } раніше.
    [few] І ще { $count } раніше.
   *[many] І ще { $count } раніше.
}
totals-exchanges = Обміни за тиждень
totals-nights = Повітряні атаки за тиждень
totals-tolls = Удари з найбільшою кількістю загиблих за тиждень
search-how = Шукайте за місцем, ім’ям, числом або словом будь-якою з мов: /search Харків дрони
search-none = За запитом «{ $words }» нічого не знайдено
search-title = Знайдено за запитом «{ $words }»
search-narrow = Є ще. Додайте слово, щоб звузити пошук.
status-title = Стан
status-followed = { $count ->
    [one] Бот стежить за { $count } джерелом.
    [few] Бот стежить за { $count } джерелами.
   *[many] Бот стежить за { $count } джерелами.
}
status-day = { $count ->
    [one] За добу: прочитано повідомлень: { $reports }, розказано про { $told } подію.
    [few] За добу: прочитано повідомлень: { $reports }, розказано про { $told } події.
   *[many] За добу: прочитано повідомлень: { $reports }, розказано про { $told } подій.
}
status-last = Востаннє повідомлено { $at }.
status-all-well = Усі джерела відповідають.
status-unwell = { $count ->
    [one] { $count } джерело не працює або мовчить; це не означає, що спокійно:
    [few] { $count } джерела не працюють або мовчать; це не означає, що спокійно:
   *[many] { $count } джерел не працюють або мовчать; це не означає, що спокійно:
}
status-chat = Цей чат: { $kinds }. { $pace }.
status-resting = Повідомлення в цьому чаті призупинено: я не можу тут писати. Щойно я матиму це право, вони надходитимуть далі; якщо нічого не надійде, скористайтеся /subscribe.
privacy-title = Що зберігається
privacy-stored = Про чат: його номер на платформі, налаштування та номери надісланих туди повідомлень, щоб їх можна було оновлювати.
privacy-not-stored = Крім названого, не зберігається: що ви тут пишете, хто ви, хто це читає. Від команди, на яку відповіли, на деякий час лишаються тільки номер і відбиток, щоб не відповісти двічі.
privacy-reports = Коли ви повідомляєте про помилку, адміністратори бачать ваші слова й ваш номер на платформі. Вони назавжди лишаються в їхньому журналі: /export їх не показує, /forget не видаляє.
privacy-yours = Решту, що зберігається про чат, /export показує (про повідомлення – скільки їх), а /forget видаляє.
export-title = Усе, що зберігається про цей чат
export-about = /forget це видалить.
forget-title = Видалити все, що зберігається про цей чат?
forget-about = Зникнуть налаштування й пам’ять про надіслане, і більше нічого не надійде. Повідомлення в чаті лишаться, але вже не оновлюватимуться.
forget-yes = Видалити
forget-no = Залишити
forget-done = Усе про цей чат видалено.
forget-again = /subscribe почне заново.
forget-nothing = Про цей чат нічого не зберігається.
share-title = Поділитися цією підпискою
share-about = Хто відкриє це посилання, зможе підписатися на те саме одним дотиком:
share-about-command = Хто надішле мені це, зможе підписатися на те саме одним дотиком:
share-about-command-discord = Хто надішле мені це командою /start, зможе підписатися на те саме:
share-left-out = У посиланні немає місця для такого: { $what }. Хто його відкриє, отримає все без цих обмежень.
start-shared = З вами діляться підпискою
start-shared-next = Натисніть «Підписатися», щоб отримувати це тут. Усе можна змінити потім.
sources-of-nobody = Не належать жодній стороні
report-thanks-evidence = Дякуємо. Адміністратори отримали це разом із повідомленням і реченнями джерел.
whynot-merged = { $from } виявилося тим самим, що й { $id }.

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

## Джерела лише цього чату

command-follow = Стежити за стрічкою чи відкритим каналом Telegram лише для цього чату
command-unfollow = Більше не стежити за джерелом лише цього чату
option-follow-url = Адреса стрічки або відкритого каналу Telegram (t.me/назва)
option-unfollow = Джерело: його назва або адреса
follow-title = Джерела лише цього чату
follow-title-of = Джерела лише для { $title }
follow-about = Про що вони повідомляють, розповідається тільки в цьому чаті, поряд із тим, що розповідають спільні джерела.
follow-none = Поки що їх немає.
follow-how = Надішліть /follow з адресою стрічки або відкритого каналу Telegram, наприклад /follow t.me/назва.
follow-line = { $name }: { $state }
follow-ask = Адреса стрічки або каналу
follow-example = https://example.org/feed.xml або t.me/назва
follow-off = Тут чати не можуть мати власних джерел: той, хто тримає цього бота, цього не дозволяє.
follow-limit = { $count ->
    [one] Цей чат може мати { $count } власне джерело, і воно вже є. Місце звільнить /unfollow.
    [few] Цей чат може мати { $count } власні джерела, і вони вже є. Місце звільнить /unfollow.
   *[many] Цей чат може мати { $count } власних джерел, і вони вже є. Місце звільнить /unfollow.
}
follow-limit-all = Зараз тут не можна додати більше джерел окремих чатів.
follow-wait = Звідси вже багато просили адміністраторів бота. Спробуйте за { $count } хв.
follow-limit-waiting = Рішення адміністраторів бота звідси вже чекає досить запитів.
follow-busy = Саме зараз переглядаються інші джерела. Спробуйте ще раз за хвилину.
follow-everybodys = За { $name } бот уже стежить для всіх. Новини звідти надходять сюди, наскільки дозволяють налаштування.
follow-twice = Цей чат уже стежить за { $name }.
follow-refused = Адміністратори бота відмовили цьому чату в { $name }.
follow-failed = { $name }: прочитати не вдалося. { $why }
follow-reading = { $name } читається
follow-reading-about = Що з цього вийде, бот скаже тут протягом хвилини. Усе інше тим часом працює.
source-being-read = Читається вперше.
followed-title = Тепер цей чат стежить за { $name }
followed-title-waiting = { $name }: рішення за адміністраторами бота
followed-about = Те, що там уже є, читається мовчки. Що з’явиться відтепер, розповідається в цьому чаті й більше ніде.
followed-waiting = Їх запитано, і цей чат дізнається, що вони вирішили. Доти нічого з цього джерела не розповідається.
unfollowed = Цей чат більше не стежить за { $name }.
unfollow-unknown = Цей чат не має власного джерела «{ $word }». Їх перелічує /follow.
button-follow = Стежити за джерелом
button-unfollow = Більше не стежити за { $name }
button-own-sources = Джерела лише цього чату
sources-own = Лише для цього чату:
source-halt-waiting = Чекає на рішення адміністраторів бота.
source-halt-refused = Адміністратори бота відмовили.
own-approved-title = Тепер цей чат стежить за { $name }
own-approved-about = Адміністратори бота погодилися. Що там з’явиться відтепер, розповідається тут і більше ніде.
own-refused-title = Цей чат не стежить за { $name }
own-refused-about = Адміністратори бота не погодилися. Зі списку його прибирає /unfollow.
own-removed-title = Цей чат більше не стежить за { $name }
own-removed-about = Джерело вилучили адміністратори бота.
development-own = З власних джерел цього чату:
development-own-line = { $line } ({ $outlet })
whynot-own = Це вже розповіли тут спільні джерела, тож власне джерело чату не повторювало; або це було до того, як налаштування чату його пропустили.
privacy-own = Про власні джерела чату: їхні адреси, про що вони повідомили й що з того тут розповіли. Жоден інший чат нічого з цього не бачить. Коли про них просять, адміністратори бота бачать і зберігають ваші ім’я та номер на платформі й адресу. Що вони вирішили, лишається в їхньому журналі.
