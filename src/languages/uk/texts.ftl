## Заголовки

title-captives = Обмін полоненими
title-bodies = Передано тіла загиблих
title-children = Повернуто дітей
title-deal = Домовлено про обмін
title-announced = Оголошено обмін
title-delayed = Обмін відкладено
title-cancelled = Обмін скасовано
title-night = Повітряна атака
title-attack = Удар
title-strike = удар
dead-uncounted = є загиблі
title-front = Втрати й атаки на фронті
title-ceasefire-proposed = Запропоновано припинення вогню
title-ceasefire-rejected = Припинення вогню відхилено
title-ceasefire-agreed = Домовлено про припинення вогню
title-ceasefire-started = Припинення вогню діє
title-ceasefire-violated = Заявлено про порушення припинення вогню
title-ceasefire-ended = Припинення вогню завершилося
# What a cease-fire is limited to: { $limit } is one of the three below.
title-limited = { $what } ({ $limit })
limit-energy = об'єкти енергетики
limit-sea = на морі
limit-hours = на обмежений час
title-talks-proposed = Запропоновано переговори
title-talks-scheduled = Призначено переговори
title-talks-held = Відбулися переговори
title-talks-failed = Переговори зірвано
title-talks-cancelled = Переговори скасовано
title-sanctions-proposed = Запропоновано санкції
title-sanctions-adopted = Запроваджено санкції
title-sanctions-lifted = Знято санкції
title-capture-claimed = Заявлено про захоплення території
title-capture-confirmed = Підтверджено захоплення території
title-capture-denied = Захоплення території заперечено
title-evacuation-ordered = Оголошено евакуацію
title-evacuation-done = Проведено евакуацію
title-aid-announced = Оголошено допомогу
title-aid-delivered = Доставлено допомогу

title-withdrawn = Відкликано: { $title }
title-about = { $what }: { $detail }
title-placed = { $place }: { $detail }
title-directed = { $what } ({ $from } → { $to })
title-launched-by = { $what } ({ $from })
title-each = { $count } на { $count }

## Числа в заголовках

count-killed = { $n ->
    [one] { $count } загиблий
   *[other] { $count } загиблих
}
count-injured = { $n ->
    [one] { $count } поранений
   *[other] { $count } поранених
}
count-drones = { $n ->
    [one] { $count } дрон
    [few] { $count } дрони
   *[other] { $count } дронів
}
count-missiles = { $n ->
    [one] { $count } ракета
    [few] { $count } ракети
   *[other] { $count } ракет
}
count-weapons = { $n ->
    [one] { $count } дрон або ракета
    [few] { $count } дрони й ракети
   *[other] { $count } дронів і ракет
}
count-stopped = зупинено – { $counts }
count-downed = збито – { $counts }
count-without-power = { $n ->
    [one] { $count } споживач без світла
    [few] { $count } споживачі без світла
   *[other] { $count } споживачів без світла
}
count-prisoners = { $n ->
    [one] { $count } полонений
    [few] { $count } полонені
   *[other] { $count } полонених
}
count-hostages = { $n ->
    [one] { $count } заручник
    [few] { $count } заручники
   *[other] { $count } заручників
}
count-bodies = { $n ->
    [one] { $count } тіло
    [few] { $count } тіла
   *[other] { $count } тіл
}
count-children = { $n ->
    [one] { $count } дитина
    [few] { $count } дитини
   *[other] { $count } дітей
}
count-to = { $count } – { $to }

## Числа

span-exact = { $low }
span-approx = приблизно { $low }
span-least = щонайменше { $low }
span-most = щонайбільше { $high }
span-range = { $low }–{ $high }

## Показники

label-side = { $measure } ({ $side })
label-planned = Домовлено: { $label }
label-qualified = { $label } ({ $qualifier })
with-parts = { $value } ({ $parts })
part = { $what }: { $count }
by-review = виправили редактори
by-checked = { $by }; перевірено
by-side = { $name }, { $side }
side-both = обидві сторони разом
side-unknown = сторону не вказано
side-to = { $party ->
    [UA] Україні
    [RU] Росії
    [IL] Ізраїлю
    [PS] Палестині
    [LB] Лівану
    [IR] Ірану
    [US] США
    [SY] Сирії
    [YE] Ємену
    [IN] Індії
    [PK] Пакистану
    [AM] Вірменії
    [AZ] Азербайджану
    [AF] Афганістану
    [SD] Судану
    [TH] Таїланду
    [KH] Камбоджі
    [KR] Південній Кореї
    [KP] Північній Кореї
    [IQ] Іраку
    [TR] Туреччині
    [SA] Саудівській Аравії
    [AE] Об’єднаним Арабським Еміратам
    [SS] Південному Судану
    [CD] ДР Конго
    [RW] Руанді
    [MM] М’янмі
    [SO] Сомалі
    [ET] Ефіопії
    [ER] Еритреї
    [ML] Малі
    [BF] Буркіна-Фасо
    [NE] Нігеру
    [NG] Нігерії
    [MZ] Мозамбіку
    [CF] Центральноафриканській Республіці
    [LY] Лівії
    [VE] Венесуелі
    [CO] Колумбії
    [HT] Гаїті
    [KG] Киргизстану
    [TJ] Таджикистану
    [RS] Сербії
    [XK] Косову
    [CN] Китаю
    [TW] Тайваню
    [x-hezbollah] Хезболлі
    [x-houthis] хуситам
    [x-taliban] Талібану
    [x-islamic-jihad] Ісламському джихаду
    [x-rsf] Силам швидкої підтримки
    [x-sdf] Сирійським демократичним силам
    [x-pkk] РПК
    [x-hamas] ХАМАСу
    [both] обом сторонам разом
   *[other] стороні «{ $name }»
}

home-prisoners-released = { $to } повернуто полонених
home-hostages-released = { $to } повернуто заручників
home-children-returned = { $to } повернуто дітей
home-bodies-returned = { $to } повернуто тіл
planned-prisoners-released = { $to } мають повернути полонених
planned-hostages-released = { $to } мають повернути заручників
planned-children-returned = { $to } мають повернути дітей
planned-bodies-returned = { $to } мають повернути тіл

measure-prisoners-released = Повернуто полонених
measure-prisoners-held = У полоні
measure-hostages-released = Повернуто заручників
measure-hostages-held = Утримують заручників
measure-children-returned = Повернуто дітей
measure-bodies-returned = Повернуто тіл
measure-killed = Загинули
measure-injured = Поранені
measure-missing = Зникли безвісти
measure-casualties = Убиті й поранені
measure-captured = Узято в полон
measure-rescued = Врятовано
measure-evacuated = Евакуйовано
measure-displaced = Переміщено
measure-drones-launched = Запущено дронів
measure-drones-downed = Збито дронів
measure-drones-suppressed = Дронів подавлено або втрачено
measure-drones-stopped = Зупинено дронів
measure-drones-hit = Влучань дронів
measure-missiles-launched = Запущено ракет
measure-missiles-downed = Збито ракет
measure-missiles-suppressed = Ракет не досягли цілі
measure-missiles-stopped = Зупинено ракет
measure-missiles-hit = Влучань ракет
measure-weapons-launched = Запущено дронів і ракет
measure-weapons-downed = Збито дронів і ракет
measure-weapons-suppressed = Дронів і ракет не досягли цілі
measure-weapons-stopped = Зупинено дронів і ракет
measure-weapons-hit = Влучань дронів і ракет
measure-bombs-launched = Скинуто бомб
measure-rockets-launched = Випущено реактивних снарядів
measure-rockets-downed = Збито реактивних снарядів
measure-rockets-suppressed = Реактивних снарядів не досягли цілі
measure-shells-fired = Випущено снарядів
measure-attacks = Атак
measure-sites-hit = Місць влучання
measure-buildings-damaged = Пошкоджено будівель
measure-customers-without_power = Споживачів без світла
measure-settlements-captured = Захоплено населених пунктів
measure-area-captured = Захоплено квадратних кілометрів
measure-equipment-lost = Втрачено техніки

group-civilians = цивільні
group-children = діти
group-women = жінки
group-men = чоловіки
group-military = військові
group-police = поліцейські
group-rescuers = рятувальники
group-medics = медики
group-journalists = журналісти
group-foreigners = іноземці
group-wounded = поранені

weapon-ballistic = балістичні
weapon-cruise = крилаті
weapon-hypersonic = гіперзвукові
weapon-air-defence = зенітні
weapon-anti-ship = протикорабельні
weapon-fpv = FPV
weapon-recon = розвідувальні
weapon-decoy = імітатори
weapon-naval = морські
weapon-tank = танки
weapon-aircraft = літаки
weapon-artillery = артилерія
weapon-vehicle = машини
weapon-ship = кораблі
weapon-helicopter = гелікоптери

## Числа однієї атаки після назви: «Дрони: запущено 810, зупинено 747»

thing-drones = Дрони
thing-missiles = Ракети
thing-weapons = Дрони й ракети
thing-bombs = Бомби
thing-rockets = Реактивні снаряди
fate-launched = запущено { $count }
fate-dropped = скинуто { $count }
fate-stopped = зупинено { $count }
fate-downed = збито { $count }
fate-suppressed = подавлено або втрачено { $count }
fate-hit = влучило { $count }

## Тіло

place-region = { $name }
said-by = Хто каже: { $names }
parties-named = Названі сторони: { $names }
denied-by = Заперечує: { $names }
date-unknown = дату не вказано
date-reported = дату не вказано; вперше повідомлено { $date }
place-unknown = місце не вказано

progress-of = Разом · { $label }: { $done } із { $target }
progress-each = Разом · { $label }: по { $done } із { $target }
progress-left = { $progress }; лишилося { $left }
progress-complete = { $progress }; завершено
progress-over = { $progress }; більше, ніж домовлено
progress-sum = Разом · { $label }: { $done }
progress-mismatch = У повідомленнях є й загальне число { $claimed } ({ $side }); полічені тут етапи разом дають { $done }.

change-updated = Оновлено { $time }: { $changes }
change-corrected = Виправлено { $time }: { $changes }
change-figure = { $label } { $from } → { $to }
change-first = { $label } { $to }
change-withdrawn = { $label } { $from } відкликано
change-retracted = повідомлене тут відкликано після перевірки
change-split = дві події тут подано як одну
change-rival-apart = { $by }: { $label } { $from } (тут більше не подається)
change-more = { $changes }; та інше
change-details = подробиці
change-stage = { $stage }
change-rival = { $by } каже: { $label } { $to }
change-denied = { $by } каже інше
change-refuted = { $by } це заперечує
change-confirmed = схвалено: { $by }
change-other-side = інша сторона

sources = { $n ->
    [1] Поки що одне джерело
    [one] { $count } незалежне джерело
    [few] { $count } незалежні джерела
   *[other] { $count } незалежних джерел
}
sources-through = { $n ->
    [1] { $sources }, через одне видання
    [one] { $sources }, через { $count } видання
    [few] { $sources }, через { $count } видання
   *[other] { $sources }, через { $count } видань
}
sources-both = { $sources }; обидві сторони підтверджують
sources-differ = { $sources }; дані сторін різняться
source-state = { $name } (підконтрольне державі)
note-merged = Виявилося, що це та сама подія, що й № { $id }, про яку тут є інше повідомлення. Новини про неї надходитимуть там.
action-merged-message = Те повідомлення
note-id = № { $id }
note-own = З джерела, за яким стежить лише цей чат.
note-repeat = Можливо, це повтор: на першу спробу відповіді не було.
action-development = Подробиці й джерела
