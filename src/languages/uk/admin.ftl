## Descriptions in menus (at most 100 characters)

command-review = Що чекає на вас: схвалення, затримане, повідомлення про помилки
command-review-list = Що чекає на вас: схвалення, затримане, повідомлення про помилки
command-review-show = Одна подія з усім, що щодо неї можна вирішити
command-review-figure = Одне число події: твердження про нього і що з ним зробити
command-review-report = Одне повідомлення джерела і що з ним зробити
command-review-confirm = Підтвердити подію або одне з її чисел
command-review-correct = Виправити число; чати, яким про нього розповіли, отримають виправлення
command-review-withdraw = Відкликати число, твердження джерела або все
command-review-hold = Нічого більше не розповідати про подію, поки її не відпустять
command-review-release = Відпустити затримане або схвалити те, що на це чекає
command-review-refuse = Не розповідати про те, що чекає на схвалення
command-review-merge = Дві події є однією; пізніше повідомлення вкаже на перше
command-review-split = Те, що кажуть деякі джерела, є окремою подією
command-review-retract = Відкликати все, що сказано в повідомленні джерела, всюди
command-review-undo = Скасувати рішення
command-review-error = Помилка, про яку хтось повідомив
command-review-close = Відкласти повідомлення про помилку як розглянуте
command-announce = Сказати щось усім чатам, після перегляду
command-announce-draft = Сказати щось усім чатам, після перегляду
command-announce-send = Надіслати показане
command-announce-cancel = Не надсилати показаного
command-stats = Чати, доставка, черга, джерела, пам’ять
command-audit = Що робили адміністратори, від найновішого
command-sources-show = Одне джерело: його стан і все, що можна змінити
command-sources-test = Прочитати джерело один раз, не стежачи за ним
command-sources-edit = Змінити поле джерела
option-review-figure = Число, наприклад killed; далі чому
option-review-correction = Що і скільки: killed 14; далі чому
option-review-withdrawal = Число, наприклад killed, або all; далі чому
option-review-why = Чому
option-review-merge = Інша подія, наприклад d15; далі чому
option-review-reports = Повідомлення джерел, як їх називає панель
option-review-report = Повідомлення джерела, як його називає панель
option-review-undo = Номер рішення; далі чому
option-review-error = Номер повідомлення про помилку
option-announce-text = Текст; один для всіх мов або en: … uk: … ru: …
option-announce-draft = Номер чернетки, далі silent або loud
option-audit = Лише старше за цей запис
option-source-field = Що змінити
option-source-value = yes або no, чи новий текст
option-source-sure = yes, якщо справді вилучити
option-source-test = Адреса або ідентифікатор джерела, за яким стежать
source-field-name-name = назва
source-field-name-language = мова
source-field-name-side = сторона
source-field-name-urgent = терміновість: yes або no
source-field-name-state = під контролем держави: yes або no
source-field-name-article = завантажувати сторінку статті: yes або no
source-field-name-note = примітка для адміністраторів
source-field-name-url = адреса

## Sources

button-open-source = Відкрити джерело
open-source = Відкрити джерело
source-panel-title = { $name } ({ $id })
source-link = Адреса:
source-never = ніколи
source-last-success = Остання відповідь: { $at }
source-last-item = Останній новий запис: { $at }
source-usual-gap = Зазвичай щось нове кожні { $span }
source-failing-since = { $count ->
    [one] Не вдалося опитати з { $at }: { $count } раз поспіль
    [few] Не вдалося опитати з { $at }: { $count } рази поспіль
   *[many] Не вдалося опитати з { $at }: { $count } разів поспіль
}
source-next-poll = Наступне опитування: { $at }
source-moving = Каже, що переїхало на { $url }
source-field-language = Мова: { $value }
source-language-detected = визначається для кожного запису
source-field-side = Сторона: { $value }
source-side-none = нічия
source-field-urgent = Термінове, опитується частіше: { $value }
source-field-state = Під контролем держави: { $value }
source-field-article = Завантажується сторінка статті: { $value }
source-field-note = Примітка: { $value }
word-yes = так
word-no = ні
span-minutes = { $count } хв
span-hours = { $count } год
span-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[many] { $count } днів
}
button-source-pause = Призупинити
button-source-resume = Відновити
button-source-urgent-on = Зробити терміновим
button-source-urgent-off = Більше не термінове
button-source-state-on = Позначити: під контролем держави
button-source-state-off = Не під контролем держави
button-source-article-on = Завантажувати статті
button-source-article-off = Не завантажувати статей
button-source-name = Назва
button-source-language = Мова
button-source-side = Сторона
button-source-note = Примітка
button-source-url = Адреса
button-source-test = Перевірити
button-source-remove = Вилучити…
button-source-follow = Стежити за ним
source-example-name = Вісник
source-example-language = uk або none: для кожного запису окремо
source-example-side = UA або none
source-example-note = Точно цитує посадовців; - прибирає примітку
source-example-url = https://…
source-remove-title = Більше не стежити за { $name } ({ $id })?
source-remove-about = Його налаштування забудуться. Те, про що воно повідомило, залишиться в обліку. Щоб зупинити на час, призупиніть його.
button-remove-source = Так, вилучити
source-edited = Змінено.
source-edit-how = Скажіть, що і як змінити: /sources edit ID urgent yes. Є name, language, side, urgent, state, article, note, url.
source-bad-name = Назва має від 1 до 100 знаків.
source-bad-language = Мова — це дві або три літери, наприклад uk, або none.
source-bad-side = Сторона — це код країни, наприклад UA, x- і слово, або none.
source-bad-note = Примітка має від 1 до 500 знаків; - прибирає її.
source-bad-url = За цією адресою не можна стежити.
source-undated = без дати
source-test-unable = Тут не можна перевіряти джерела.
source-test-title = Перевірка: { $name }
source-test-failed = Прочитати не вдалося: { $why }
source-test-items = { $count ->
    [0] Записів немає.
    [one] Є { $count } запис. Найновіші:
    [few] Є { $count } записи. Найновіші:
   *[many] Є { $count } записів. Найновіші:
}
source-test-polled = Опитувалося б раз на { $span }.
source-test-alerts = { $count ->
    [0] Самі лише ці записи не дали б жодного повідомлення.
    [one] Самі лише ці записи дали б { $count } повідомлення:
    [few] Самі лише ці записи дали б { $count } повідомлення, останні з них:
   *[many] Самі лише ці записи дали б { $count } повідомлень, останні з них:
}
source-test-quiet = Якщо стежити від сьогодні, нічого з цього не розповідається: те, що вже є, читається мовчки. Нічого не збережено.

## Review

button-review = Перевірити
button-refresh = Оновити
button-waiting = Що чекає
button-approve = Схвалити й розповісти
button-reject = Не розповідати
button-release = Відпустити
button-hold = Затримати
button-confirm = Підтвердити
button-merge = Об’єднати…
button-merge-other = Інша…
button-withdraw-all = Відкликати все…
button-withdraw-all-sure = Так, відкликати все
button-sure-merge = Так, це одне й те саме
button-sure-undo = Так, скасувати
button-sure-withdraw = Так, відкликати
button-sure-retract = Так, відкликати скрізь
button-confirm-number = Підтвердити { $number }
button-correct = Виправити…
button-withdraw-number = Відкликати число
button-withdraw-report = Відкликати його твердження тут
button-split = Окрема подія
button-retract = Відкликати його всюди
button-close-error = Розглянуто
review-title = Що чекає на вас
review-nothing = На вас нічого не чекає
review-waiting = Події:
review-waiting-more = Може бути більше; це найближчі за часом.
review-errors = Повідомлення про помилки:
review-how = Будь-яка подія: /review show d12, або відповідь /review на її повідомлення.
review-how-discord = Будь-яка подія: /review show d12, як її названо в повідомленнях.
review-open-error = Відкрити повідомлення про помилку
review-error-line = #{ $seq }{ $of }, { $at }: { $words }
review-error-title = Повідомлення про помилку #{ $seq }
review-error-from = Від { $by }, { $at }
review-error-unknown = Такого повідомлення про помилку немає.
review-error-closed = Розглянуто.
review-error-was-closed = Це вже розглянули раніше.
review-is-waiting-tell = Чекає на схвалення; без нього буде розказано { $at }.
review-is-waiting-drop = Чекає на схвалення; без нього після { $at } розказано не буде.
review-is-held = Затримав адміністратор: не розповідається, поки не відпустять.
review-is-held-told = Затримав адміністратор: нічого більше не розповідається, поки не відпустять.
review-is-hold = Чекає на друге джерело до { $at }.
review-is-told = Розказано, востаннє { $at }, версія { $revision }.
review-is-dropped = Не розказано: не схвалено.
review-is-untold = Не розказано як новину.
review-number = { $count ->
    [one] { $label }: { $number } ({ $by }; { $count } твердження)
    [few] { $label }: { $number } ({ $by }; { $count } твердження)
   *[many] { $label }: { $number } ({ $by }; { $count } тверджень)
}
review-number-none = { $label }: відкликано
review-number-against = { $line }; проти нього: { $against }
review-by-admin = адміністратор
review-claim = { $number }: { $by }, { $at }
review-report = { $name }, { $at }
review-report-out = { $line } (відкликано)
review-stands-on = Повідомлень джерел: { $reports }, незалежних джерел: { $origins }.
review-choose-figure = Число…
review-choose-report = Повідомлення джерела…
review-choose-undo = Скасувати рішення…
review-decision = #{ $seq }, { $at }: { $what }
review-ask-merge = З якою подією це одне й те саме?
review-ask-merge-example = d15, далі чому
review-choose-merge = Найімовірніші…
review-merge-line = { $id }, { $date }: { $title }
review-merge-none = Іншого такого самого виду й конфлікту за ті дні не відомо.
review-ask-number = Правильне число
review-ask-number-example = 14, 10-12, 14+ (щонайменше), <60 або ~500; далі чому
review-sure = Усе розказане про це буде відкликано в усіх чатах. Ви певні?
review-sure-merge = Ці дві події стануть однією, а пізніше повідомлення посилатиметься на перше. Ви впевнені?
review-sure-undo = Скасувати це: { $decision }? Чати, яким розповіли, про це дізнаються.
review-sure-withdraw = Число буде відкликано в усіх чатах, яким розповіли. Ви впевнені?
review-sure-retract = Усе, що сказало це джерело, буде відкликано, тут і деінде, в усіх чатах, яким розповіли. Ви впевнені?
review-which-number = Виберіть число зі списку або напишіть, що це за число і яке правильне: /review correct { $id } killed 14
review-stale = Відтоді, як це було показано, воно змінилося. Гляньте ще раз.
review-no-number = Це не число. Напишіть 14, 10-12, 14+ (щонайменше), <60 (щонайбільше) або ~500 (приблизно).
review-unable = Тут нічого не можна вирішити.
review-no-other = Назвіть іншу подію, наприклад d15.
review-done-confirm = Підтверджено.
review-done-correct = Виправлено.
review-done-withdraw = Відкликано.
review-done-hold = Затримано.
review-done-release = Відпущено.
review-done-refuse = Не буде розказано.
review-done-merge = Об’єднано.
review-done-split = Розділено.
review-done-retract = Відкликано всюди.
review-done-undo = Скасовано.
review-told-nothing = Чатам про це нічого не кажуть.
review-told-new = Це розповідається як новина.
review-told-update = Повідомлення в чатах оновлюється.
review-told-correction = Чати, яким про це розповіли, отримують виправлення.
review-told-pointer = Пізніше повідомлення вказує на перше.
review-refused-no-development = Такої події немає.
review-refused-no-figure = Такого числа в ній немає.
review-refused-no-report = Такого повідомлення джерела за нею немає.
review-refused-no-entry = Такого рішення немає.
review-which-decision = Тут чинні кілька рішень: виберіть одне зі списку або назвіть його номер.
review-refused-same-development = Це вже одна подія.
review-refused-other-kind = Об’єднати можна лише події одного виду й одного конфлікту.
review-refused-nothing-to-change = Це нічого не змінює: так уже є.
review-refused-cannot-undo = Це не можна скасувати: про це вже розказано або воно відтоді змінилося. Натомість виправте.
approval-title = { $id } чекає на ваше схвалення

## Announcements

announce-title = Від тих, хто тримає цього бота
announce-how = Щоб сказати щось усім чатам: /announce і текст. Спершу ви побачите його, а надішлете кнопкою.
announce-languages = Кількома мовами: /announce en: … uk: … ru: … Чати мовою, якої бракує, отримають першу.
announce-long = Це задовго: щонайбільше { $count } знаків.
announce-preview = { $count ->
    [one] Це отримав би { $count } чат:
    [few] Це отримали б { $count } чати:
   *[many] Це отримали б { $count } чатів:
}
announce-in = { $language }:
button-announce-silent = Надіслати без звуку
button-announce-loud = Надіслати зі звуком
button-announce-cancel = Не надсилати
announce-unknown = Такої чернетки немає.
announce-old = Це написано понад добу тому. Напишіть ще раз.
announce-sent = Вирушило до всіх чатів, кожному один раз.
announce-was-sent = Це вже надіслано, кожному чату один раз.
announce-cancelled = Не надсилається.
announce-was-cancelled = Це скасовано, і воно не надсилається.

## Numbers about the bot

stats-title = Як працює бот
stats-chats = Чати:
stats-chats-none = ще немає
stats-chats-of = { $platform }: підписано { $active }, уже або ніколи не підписано { $unsubscribed }, зникло { $gone }
stats-deliveries = Доставка за добу:
stats-ended = { $platform }: надіслано { $sent }, не вдалося { $failed }
stats-at-least = щонайменше { $count }
stats-queue = Черга: чекає { $queued }, у дорозі { $sending }, з невідомим кінцем { $unknown }
stats-waiting = { $platform }: найдовше чекає { $span }
stats-repeats = Можливих повторів за весь час: { $count }
stats-news = Новини:
stats-sources = Джерел: { $count }, з них не працює або мовчить: { $failing }
stats-process = Процес:
stats-process-unknown = тут про нього нічого не відомо
stats-version = Версія { $version }
stats-memory = Пам’ять: { $megabytes } МБ
stats-uptime = Працює { $span }
button-to-sources = Джерела
button-to-review = Перевірка
button-to-audit = Журнал дій

## Audit log

audit-title = Що робили адміністратори
audit-none = У журналі дій ще нічого немає
audit-line = #{ $seq }, { $at }, { $by }: { $what }
audit-line-how = #{ $seq }, { $at }, { $by }: { $what } ({ $how })
audit-change = { $line }. { $change }
audit-ended-by = { $words }, { $by }
audit-is-done = зроблено
audit-is-refused = нічого не змінило
audit-is-failed = не вдалося
audit-is-cancelled = скасовано
audit-is-open = відкрито
audit-is-unknown = розпочато; чим скінчилося, невідомо
audit-report = повідомлення про помилку { $subject }
audit-announce = оголошення
audit-source-add = стежити за { $subject }
audit-source-edit = змінити { $subject }
audit-source-pause = призупинити { $subject }
audit-source-resume = відновити { $subject }
audit-source-remove = вилучити { $subject }
audit-review-confirm = підтвердити { $subject }
audit-review-correct = виправити { $subject }
audit-review-withdraw = відкликати { $subject }
audit-review-hold = затримати { $subject }
audit-review-release = відпустити { $subject }
audit-review-refuse = не розповідати { $subject }
audit-review-merge = об’єднати { $subject }
audit-review-split = розділити { $subject }
audit-review-retract = відкликати повідомлення джерела { $subject }
audit-review-undo = скасувати рішення { $subject }

## Джерела окремих чатів

command-sources-own = За чим стежать окремі чати, спершу ті, що чекають
command-sources-approve = Дозволити чату стежити за власним джерелом
command-sources-refuse = Не дозволити чату стежити за власним джерелом
option-source-again = again, щоб вирішити інакше, ніж раніше
own-list-title = { $count ->
    [0] Жоден чат не стежить за власним джерелом
    [one] { $count } джерело окремого чату
    [few] { $count } джерела окремих чатів
   *[many] { $count } джерел окремих чатів
}
own-list-line = { $id }: { $name }. { $state }
own-request-title = Чат просить власне джерело
own-request-from = Чат: { $chat } ({ $platform })
own-request-by = Просить: { $who }; чат { $chat }
own-request-source = Джерело: { $name }, { $url }
own-request-refused = У цій адресі вже відмовляли: { $when }.
own-request-about = Про що воно повідомляє, розповідалося б лише в тому чаті. Поки ви не вирішите, його не опитують.
own-everybodys = Це спільне джерело: дозволяти нічого.
own-decided = Це вже вирішено. Змінити можна кнопками тут.
own-stale = Це не той запит, що чекає зараз. Ось як є тепер.
own-withdrawn = Цей запит відкликано.
own-undecided = Чат за ним ще не стежить: дозвольте або відмовте.
own-approve-done = Дозволено. Чат про це дізнається.
own-refuse-done = Відмовлено. Чат про це дізнається.
source-of-one-chat = Лише для одного чату
button-own-approve = Дозволити
button-own-refuse = Відмовити
audit-source-approve = дозволити чату { $subject }
audit-source-follow = стежити за { $subject } у власному чаті
audit-source-refuse = відмовити чату в { $subject }
