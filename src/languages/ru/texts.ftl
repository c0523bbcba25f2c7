## Заголовки

title-captives = Обмен пленными
title-bodies = Переданы тела погибших
title-children = Возвращены дети
title-deal = Согласован обмен
title-announced = Объявлен обмен
title-delayed = Обмен отложен
title-cancelled = Обмен отменён
title-night = Воздушная атака
title-attack = Удар
title-strike = удар
dead-uncounted = есть погибшие
title-front = Потери и атаки на фронте
title-ceasefire-proposed = Предложено прекращение огня
title-ceasefire-rejected = Прекращение огня отклонено
title-ceasefire-agreed = Согласовано прекращение огня
title-ceasefire-started = Прекращение огня действует
title-ceasefire-violated = Заявлено о нарушении прекращения огня
title-ceasefire-ended = Прекращение огня завершилось
# What a cease-fire is limited to: { $limit } is one of the three below.
title-limited = { $what } ({ $limit })
limit-energy = объекты энергетики
limit-sea = на море
limit-hours = на ограниченное время
title-talks-proposed = Предложены переговоры
title-talks-scheduled = Назначены переговоры
title-talks-held = Состоялись переговоры
title-talks-failed = Переговоры сорваны
title-talks-cancelled = Переговоры отменены
title-sanctions-proposed = Предложены санкции
title-sanctions-adopted = Введены санкции
title-sanctions-lifted = Сняты санкции
title-capture-claimed = Заявлено о захвате территории
title-capture-confirmed = Захват территории подтверждён
title-capture-denied = Захват территории отрицают
title-evacuation-ordered = Объявлена эвакуация
title-evacuation-done = Проведена эвакуация
title-aid-announced = Объявлена помощь
title-aid-delivered = Доставлена помощь

title-withdrawn = Отозвано: { $title }
title-about = { $what }: { $detail }
title-placed = { $place }: { $detail }
title-directed = { $what } ({ $from } → { $to })
title-launched-by = { $what } ({ $from })
title-each = { $count } на { $count }

## Числа в заголовках

count-killed = { $n ->
    [one] { $count } погибший
   *[other] { $count } погибших
}
count-injured = { $n ->
    [one] { $count } раненый
   *[other] { $count } раненых
}
count-drones = { $n ->
    [one] { $count } беспилотник
    [few] { $count } беспилотника
   *[other] { $count } беспилотников
}
count-missiles = { $n ->
    [one] { $count } ракета
    [few] { $count } ракеты
   *[other] { $count } ракет
}
count-weapons = { $n ->
    [one] { $count } беспилотник или ракета
    [few] { $count } беспилотника и ракеты
   *[other] { $count } беспилотников и ракет
}
count-stopped = остановлено – { $counts }
count-downed = сбито – { $counts }
count-without-power = { $n ->
    [one] { $count } потребитель без света
    [few] { $count } потребителя без света
   *[other] { $count } потребителей без света
}
count-prisoners = { $n ->
    [one] { $count } пленный
   *[other] { $count } пленных
}
count-hostages = { $n ->
    [one] { $count } заложник
    [few] { $count } заложника
   *[other] { $count } заложников
}
count-bodies = { $n ->
    [one] { $count } тело
    [few] { $count } тела
   *[other] { $count } тел
}
count-children = { $n ->
    [one] { $count } ребёнок
    [few] { $count } ребёнка
   *[other] { $count } детей
}
count-to = { $count } – { $to }

## Числа

span-exact = { $low }
span-approx = примерно { $low }
span-least = минимум { $low }
span-most = максимум { $high }
span-range = { $low }–{ $high }

## Показатели

label-side = { $measure } ({ $side })
label-planned = Согласовано: { $label }
label-qualified = { $label } ({ $qualifier })
with-parts = { $value } ({ $parts })
part = { $what }: { $count }
by-review = исправили редакторы
by-checked = { $by }; проверено
by-side = { $name }, { $side }
side-both = обе стороны вместе
side-unknown = сторона не указана
side-to = { $party ->
    [UA] Украине
    [RU] России
    [IL] Израилю
    [PS] Палестине
    [LB] Ливану
    [IR] Ирану
    [US] США
    [SY] Сирии
    [YE] Йемену
    [IN] Индии
    [PK] Пакистану
    [AM] Армении
    [AZ] Азербайджану
    [AF] Афганистану
    [SD] Судану
    [TH] Таиланду
    [KH] Камбодже
    [KR] Южной Корее
    [KP] Северной Корее
    [IQ] Ираку
    [TR] Турции
    [SA] Саудовской Аравии
    [AE] Объединённым Арабским Эмиратам
    [SS] Южному Судану
    [CD] ДР Конго
    [RW] Руанде
    [MM] Мьянме
    [SO] Сомали
    [ET] Эфиопии
    [ER] Эритрее
    [ML] Мали
    [BF] Буркина-Фасо
    [NE] Нигеру
    [NG] Нигерии
    [MZ] Мозамбику
    [CF] Центральноафриканской Республике
    [LY] Ливии
    [VE] Венесуэле
    [CO] Колумбии
    [HT] Гаити
    [KG] Киргизии
    [TJ] Таджикистану
    [RS] Сербии
    [XK] Косову
    [CN] Китаю
    [TW] Тайваню
    [x-hezbollah] Хезболле
    [x-houthis] хуситам
    [x-taliban] Талибану
    [x-islamic-jihad] Исламскому джихаду
    [x-rsf] Силам быстрой поддержки
    [x-sdf] Сирийским демократическим силам
    [x-pkk] РПК
    [x-hamas] ХАМАСу
    [both] обеим сторонам вместе
   *[other] стороне «{ $name }»
}

home-prisoners-released = { $to } возвращено пленных
home-hostages-released = { $to } возвращено заложников
home-children-returned = { $to } возвращено детей
home-bodies-returned = { $to } возвращено тел
planned-prisoners-released = { $to } должны вернуть пленных
planned-hostages-released = { $to } должны вернуть заложников
planned-children-returned = { $to } должны вернуть детей
planned-bodies-returned = { $to } должны вернуть тел

measure-prisoners-released = Возвращено пленных
measure-prisoners-held = В плену
measure-hostages-released = Возвращено заложников
measure-hostages-held = Удерживают заложников
measure-children-returned = Возвращено детей
measure-bodies-returned = Возвращено тел
measure-killed = Погибли
measure-injured = Ранены
measure-missing = Пропали без вести
measure-casualties = Убиты и ранены
measure-captured = Взято в плен
measure-rescued = Спасено
measure-evacuated = Эвакуировано
measure-displaced = Перемещено
measure-drones-launched = Запущено беспилотников
measure-drones-downed = Сбито беспилотников
measure-drones-suppressed = Беспилотников подавлено или потеряно
measure-drones-stopped = Остановлено беспилотников
measure-drones-hit = Попаданий беспилотников
measure-missiles-launched = Запущено ракет
measure-missiles-downed = Сбито ракет
measure-missiles-suppressed = Ракет не достигли цели
measure-missiles-stopped = Остановлено ракет
measure-missiles-hit = Попаданий ракет
measure-weapons-launched = Запущено беспилотников и ракет
measure-weapons-downed = Сбито беспилотников и ракет
measure-weapons-suppressed = Беспилотников и ракет не достигли цели
measure-weapons-stopped = Остановлено беспилотников и ракет
measure-weapons-hit = Попаданий беспилотников и ракет
measure-bombs-launched = Сброшено бомб
measure-rockets-launched = Выпущено реактивных снарядов
measure-rockets-downed = Сбито реактивных снарядов
measure-rockets-suppressed = Реактивных снарядов не достигли цели
measure-shells-fired = Выпущено снарядов
measure-attacks = Атак
measure-sites-hit = Мест попадания
measure-buildings-damaged = Повреждено зданий
measure-customers-without_power = Потребителей без света
measure-settlements-captured = Захвачено населённых пунктов
measure-area-captured = Захвачено квадратных километров
measure-equipment-lost = Потеряно техники

group-civilians = гражданские
group-children = дети
group-women = женщины
group-men = мужчины
group-military = военные
group-police = полицейские
group-rescuers = спасатели
group-medics = медики
group-journalists = журналисты
group-foreigners = иностранцы
group-wounded = раненые

weapon-ballistic = баллистические
weapon-cruise = крылатые
weapon-hypersonic = гиперзвуковые
weapon-air-defence = зенитные
weapon-anti-ship = противокорабельные
weapon-fpv = FPV
weapon-recon = разведывательные
weapon-decoy = имитаторы
weapon-naval = морские
weapon-tank = танки
weapon-aircraft = самолёты
weapon-artillery = артиллерия
weapon-vehicle = машины
weapon-ship = корабли
weapon-helicopter = вертолёты

## Числа одной атаки после названия: «Беспилотники: запущено 810, остановлено 747»

thing-drones = Беспилотники
thing-missiles = Ракеты
thing-weapons = Беспилотники и ракеты
thing-bombs = Бомбы
thing-rockets = Реактивные снаряды
fate-launched = запущено { $count }
fate-dropped = сброшено { $count }
fate-stopped = остановлено { $count }
fate-downed = сбито { $count }
fate-suppressed = подавлено или потеряно { $count }
fate-hit = попало { $count }

## Тело

place-region = { $name }
said-by = Кто говорит: { $names }
parties-named = Названы стороны: { $names }
denied-by = Отрицает: { $names }
date-unknown = дата не указана
date-reported = дата не указана; впервые сообщено { $date }
place-unknown = место не указано

progress-of = Всего · { $label }: { $done } из { $target }
progress-each = Всего · { $label }: по { $done } из { $target }
progress-left = { $progress }; осталось { $left }
progress-complete = { $progress }; завершено
progress-over = { $progress }; больше, чем согласовано
progress-sum = Всего · { $label }: { $done }
progress-mismatch = В сообщениях есть и общее число { $claimed } ({ $side }); учтённые здесь этапы вместе дают { $done }.

change-updated = Обновлено { $time }: { $changes }
change-corrected = Исправлено { $time }: { $changes }
change-figure = { $label } { $from } → { $to }
change-first = { $label } { $to }
change-withdrawn = { $label } { $from } отозвано
change-retracted = сообщённое здесь отозвано после проверки
change-split = два события здесь поданы как одно
change-rival-apart = { $by }: { $label } { $from } (здесь больше не приводится)
change-more = { $changes }; и другое
change-details = подробности
change-stage = { $stage }
change-rival = { $by } говорит: { $label } { $to }
change-denied = { $by } говорит иное
change-refuted = { $by } это отрицает
change-confirmed = одобрено: { $by }
change-other-side = другая сторона

sources = { $n ->
    [1] Пока один источник
    [one] { $count } независимый источник
    [few] { $count } независимых источника
   *[other] { $count } независимых источников
}
sources-through = { $n ->
    [1] { $sources }, через одно издание
    [one] { $sources }, через { $count } издание
    [few] { $sources }, через { $count } издания
   *[other] { $sources }, через { $count } изданий
}
sources-both = { $sources }; обе стороны подтверждают
sources-differ = { $sources }; данные сторон расходятся
source-state = { $name } (подконтролен государству)
note-merged = Оказалось, что это то же событие, что и № { $id }, о котором здесь есть другое сообщение. Новости о нём будут там.
action-merged-message = То сообщение
note-id = № { $id }
note-own = Из источника, за которым следит только этот чат.
note-repeat = Возможно, это повтор: на первую попытку ответа не было.
action-development = Подробности и источники
