## Дайджесты

digest-title-day = Дайджест за { $date }
digest-title-week = Неделя до { $date }
digest-period = С { $from } до { $to }.
digest-late = Этот дайджест опоздал: он должен был прийти { $at }.
digest-cut = После { $to } сообщено больше, чем вмещает один дайджест: следующий продолжит с этого места.

digest-empty = За это время не было ничего из того, за чем следит этот чат.
digest-not-calm = Это не обязательно значит, что было спокойно: { $unwell } из { $all } источников молчали или не открывались.

digest-nights = { $n ->
    [one] Воздушные атаки, о которых впервые сообщено за это время: { $count }
   *[other] Воздушные атаки, о которых впервые сообщено за это время, вместе: { $count }
}
digest-tolls = { $n ->
    [one] Места ударов, о которых впервые сообщено за это время: { $count }
   *[other] Места ударов, о которых впервые сообщено за это время, вместе: { $count }
}
digest-toll = { $measure }, { $place }
digest-sums-said = Кто называет каждое из сложенных чисел, сказано у его события.

digest-new = Новое: { $count }
digest-changed = Изменилось: { $count }
digest-more = { $n ->
    [one] И ещё { $count } событие.
    [few] И ещё { $count } события.
   *[other] И ещё { $count } событий.
}

digest-sources-fine = Все источники, за которыми здесь следят ({ $count }), приносили новости как обычно.
digest-sources-unwell = Молчат или не открываются: { $unwell } из { $all } источников
digest-source-silent = { $name }: ничего нового { $time }
digest-source-failing = { $name }: не открывается { $time }
digest-source-failing-now = { $name }: не открывается
digest-source-halted = { $name }: больше не опрашивается { $time }
digest-source-halted-now = { $name }: больше не опрашивается
digest-source-unpolled = { $name }: ещё не опрошен
digest-minutes = { $n ->
    [one] { $count } минуту
    [few] { $count } минуты
   *[other] { $count } минут
}
digest-hours = { $n ->
    [one] { $count } час
    [few] { $count } часа
   *[other] { $count } часов
}
digest-days = { $n ->
    [one] { $count } день
    [few] { $count } дня
   *[other] { $count } дней
}

## Графики дайджестов

digest-chart-title = Дроны за ночь ({ $who })
digest-chart-span = Запущено и остановлено, { $from } – { $to }
digest-chart-source = По сообщениям этого времени; источник каждого числа назван в них.
digest-chart-night = { $day }: запущено { $launched }, остановлено { $stopped }.
digest-chart-open = не указано

## Catch-ups: one message for what a chat was not told for a while

catch-up-title = { $n ->
    [one] Тем временем: { $count } событие
    [few] Тем временем: { $count } события
   *[other] Тем временем: { $count } событий
}
catch-up-next = { $n ->
    [one] Тем временем, продолжение: { $count } событие
    [few] Тем временем, продолжение: { $count } события
   *[other] Тем временем, продолжение: { $count } событий
}
catch-up-left = Далее будет ещё { $count }.
