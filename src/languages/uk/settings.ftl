## Меню

command-settings = Про що і як повідомляти цей чат
command-settings-show = Усі налаштування цього чату
command-settings-kinds = Про що повідомляти
command-settings-conflicts = Про які конфлікти повідомляти
command-settings-places = Країни, області та міста
command-settings-sides = Лише те, у чому беруть участь ці сторони
command-settings-sources = Які джерела враховувати для цього чату
command-settings-thresholds = Від якого числа повідомляти, наприклад: загинули 5 Харків
command-settings-pace = Одразу, дайджестом або і так, і так
command-settings-quiet = Години без новин, наприклад 23:00-07:00
command-settings-sound = Чи мають повідомлення звучати
command-settings-language = Мова повідомлень
command-settings-zone = Часовий пояс: місто або, наприклад, Europe/Kyiv
command-settings-mention = Роль, яку згадувати в повідомленнях зі звуком
option-kinds = Теми, наприклад exchange,strike; усі: all
option-conflict = Конфлікт за назвою чи кодом; усі: all
option-place = Країна, область або місто будь-якою з мов; усюди: all
option-side = Сторона, наприклад Україна; усі: all
option-follow = Джерело за назвою або ідентифікатором; усі: all
option-threshold = Що, від якого числа і де: загинули 5 Харків
option-pace = instant, digest або both; для дайджесту ще час і день тижня
option-hours = Від і до, наприклад 23:00-07:00; без тихих годин: off
option-sound = Чи мають повідомлення звучати
option-zone = Місто або пояс, наприклад Europe/Kyiv
option-role = Роль, яку згадувати
option-where = Інший чат або канал, яким ви керуєте

## Панель

settings-title = Налаштування
settings-title-of = Налаштування: { $title }
settings-page-of = { $label }: { $title }
settings-line = { $label }: { $now }
settings-unknown = Налаштування «{ $word }» немає.
settings-saved = Збережено: { $now }
settings-type-name = Ввести назву
settings-conflicts-example = Росія – Україна
settings-sides-example = Україна
settings-sources-example = BBC
settings-remove = Прибрати
settings-chosen = ✓ { $label }
settings-not-subscribed = Цей чат не підписаний
settings-not-subscribed-of = Без підписки: { $title }
settings-subscribe-first = Спершу підпишіться, тоді тут можна буде все налаштувати.
settings-subscribe-first-of = Там ще нічого не розповідається. Один дотик до «Підписатися» це змінить; тоді тут можна буде все налаштувати.
other-chat = інший чат
names-more = { $names } та ще { $count }
button-settings = Налаштування
button-back = Назад
button-remove = Прибрати: { $name }
button-page-before = Сторінка { $page } з { $last }
button-page-next = Сторінка { $page } з { $last }

settings-kinds = Теми
settings-kinds-choose = Про що повідомляти
settings-kinds-usual = Звичайні теми: { $usual }. Про решту сповіщають лише тих, хто вибрав їх тут.
settings-kinds-none = Залиште хоча б одну тему. Щоб не отримувати нічого, надішліть /unsubscribe.
settings-kinds-unknown = Теми «{ $word }» немає. Є такі: { $kinds }
settings-kinds-untold = Тут не повідомляють про таке: { $untold }. Є такі теми: { $kinds }

settings-conflicts = Конфлікти
settings-conflicts-all = усі конфлікти
settings-conflicts-choose = Про які конфлікти повідомляти
settings-conflicts-unknown-one = Повідомлення, де конфлікт не названо, отримують лише чати, що стежать за всіма.
settings-conflicts-unknown = Конфлікту «{ $word }» немає.

settings-places = Місця
settings-places-all = усюди
settings-places-unknown = місце невідоме
settings-places-unknown-told = Обрано «усюди»: про повідомлення, де місця не названо, вже сповіщають.
settings-places-now = Зараз: { $places }
settings-places-about = Країна чи область охоплює все, що в ній. «Місце невідоме» додає повідомлення, де місця не названо.
settings-places-type = Ввести назву
settings-places-ask = Країна, область або місто
settings-places-example = Харківська область
settings-places-country = Країна та її області
settings-places-regions = { $name }: області
settings-places-whole = { $name }: уся країна
settings-places-which = Що з цього?
settings-places-none = Місця «{ $word }» не знайдено. Спробуйте інше написання або більше місто поряд.
settings-places-many = Більше ніж { $count } місць для одного чату обрати не можна.
button-back-places = Усі місця

settings-sides = Сторони
settings-sides-all = усі сторони
settings-sides-choose = Лише те, у чому беруть участь ці сторони
settings-sides-unknown = Сторони «{ $word }» немає.

settings-sources = Джерела
settings-sources-all = усі джерела
settings-sources-own = { $sources }; { $count ->
    [one] { $count } власне
    [few] { $count } власні
   *[many] { $count } власних
}
settings-sources-choose = Лише те, про що повідомило одне з цих джерел
settings-sources-fewer = З кількома джерелами ви дізнаєтеся менше й пізніше.
settings-sources-unknown = Джерела «{ $word }» немає. Усі назви показує /sources.

settings-thresholds = Числа
settings-thresholds-none = будь-яке число
settings-thresholds-about = Повідомляти, лише коли число досягнуто, наприклад 5 загиблих. Оберіть, що рахувати. Число звужує тему, до якої належить; інші теми лишаються як є. Усе, що сталося в одному місці, хоч яке число, можна ввести так: /threshold будь-який удар у Харкові
settings-thresholds-choose = Додати число для
threshold = { $measure }: від { $number }
threshold-placed = { $measure }: від { $number }, { $place }
threshold-any-of = { $kind }: будь-які, { $place }
threshold-from = { $measure }: від якого числа?
threshold-unasked = { $what }. Числа для цього не потрібно, тож у переліку його немає
threshold-any = Будь-яке число
threshold-number = Від { $number }
threshold-type = Інше число або місце
threshold-ask = Від якого числа і де
threshold-example = 5 Харків
threshold-remove-all = Прибрати всі
threshold-none-such = Тут немає числа з назвою «{ $word }». Ті, що задано, можна вибрати в списку.
threshold-measure-unknown = «{ $word }» тут не рахують. Спробуйте: загинули, поранені, дрони, ракети або полонені.
threshold-number-missing = Від якого числа? Наприклад: загинули 5 Харків
threshold-many = Більше ніж { $count } чисел для одного чату задати не можна.
button-back-thresholds = Усі числа

settings-pace = Коли
settings-pace-about = Одразу, зібрано в дайджест або і так, і так.
settings-pace-unknown = «{ $word }» незрозуміло. Напишіть «одразу», «дайджест» або «обидва», а для дайджесту ще час (09:00) і день тижня.
pace-instant = Одразу
pace-digest = Дайджестом
pace-both = І так, і так
pace-digest-when = Дайджест { $when }
pace-both-when = Одразу, а також дайджест { $when }
digest-day = щодня о { $at }
digest-week = щотижня о { $at } ({ $weekday })
digest-every-day = Щодня
digest-every-week = Щотижня
digest-weekday = День дайджесту
digest-ask = Час дайджесту
button-other-time = Інший час

settings-quiet = Тихі години
settings-quiet-about = У ці години, за часовим поясом чату, нове не надходить: про нього буде сказано, коли вони скінчаться. Наявні повідомлення оновлюються без звуку.
settings-quiet-off = немає
settings-quiet-but = { $hours }, крім тем: { $kinds }
settings-quiet-except = Це звучить і в тихі години
settings-quiet-ask = Від і до
settings-quiet-unknown = Вкажіть два часи, наприклад 23:00-07:00, або off; часи мають різнитися.
button-other-hours = Інші години

settings-sound = Звук
settings-sound-about = «Лише важливе»: нове й суттєве зі звуком, дрібні зміни без звуку.
sound-policy = Лише важливе
sound-loud = Завжди
sound-silent = Ніколи

settings-language = Мова
settings-language-about = Мова повідомлень у цьому чаті

settings-zone = Часовий пояс
settings-zone-about = Зараз тут { $time }. За цим поясом показано час, ідуть тихі години й дайджести.
settings-zone-type = Ввести місто
settings-zone-ask = Місто або часовий пояс
settings-zone-example = Київ
settings-zone-unknown = Міста чи поясу «{ $word }» не знайдено. Спробуйте більше місто або назву на зразок Europe/Kyiv.

settings-mention = Згадувана роль
settings-mention-none = немає
settings-mention-about = Повідомлення зі звуком згадують цю роль. Обрати: /settings mention.
settings-mention-remove = Нікого не згадувати
settings-mention-unknown = Оберіть роль цього сервера: /settings mention.
settings-mention-everybody = Усіх одразу ніколи не згадують. Оберіть роль цього сервера.

## Чат і його дані

export-in-private = Це показується лише в особистому чаті зі мною. Відкрийте його:
follow-private-channel = Це закритий канал: його читають лише учасники. Я можу стежити за відкритими, наприклад t.me/назва.
mute-developments = Вимкнені події:
button-unmute-one = Увімкнути: { $title }
unmute-none = Нічого не було вимкнено.
