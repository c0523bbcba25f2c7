## Дайджести

digest-title-day = Дайджест за { $date }
digest-title-week = Тиждень до { $date }
digest-period = З { $from } до { $to }.
digest-late = Цей дайджест запізнився: він мав прийти { $at }.
digest-cut = Після { $to } повідомлено більше, ніж уміщує один дайджест: наступний продовжить із цього місця.

digest-empty = За цей час не було нічого з того, за чим стежить цей чат.
digest-not-calm = Це не конче означає, що було спокійно: { $unwell } з { $all } джерел мовчали або не відкривалися.

digest-nights = { $n ->
    [one] Повітряні атаки, про які вперше повідомлено за цей час: { $count }
   *[other] Повітряні атаки, про які вперше повідомлено за цей час, разом: { $count }
}
digest-tolls = { $n ->
    [one] Місця ударів, про які вперше повідомлено за цей час: { $count }
   *[other] Місця ударів, про які вперше повідомлено за цей час, разом: { $count }
}
digest-toll = { $measure }, { $place }
digest-sums-said = Хто називає кожне з доданих чисел, сказано біля його події.

digest-new = Нове: { $count }
digest-changed = Змінилося: { $count }
digest-more = { $n ->
    [one] І ще { $count } подія.
    [few] І ще { $count } події.
   *[other] І ще { $count } подій.
}

digest-sources-fine = Усі джерела, за якими тут стежать ({ $count }), приносили новини як звичайно.
digest-sources-unwell = Мовчать або не відкриваються: { $unwell } з { $all } джерел
digest-source-silent = { $name }: нічого нового { $time }
digest-source-failing = { $name }: не відкривається { $time }
digest-source-failing-now = { $name }: не відкривається
digest-source-halted = { $name }: більше не опитується { $time }
digest-source-halted-now = { $name }: більше не опитується
digest-source-unpolled = { $name }: ще не опитано
digest-minutes = { $n ->
    [one] { $count } хвилину
    [few] { $count } хвилини
   *[other] { $count } хвилин
}
digest-hours = { $n ->
    [one] { $count } годину
    [few] { $count } години
   *[other] { $count } годин
}
digest-days = { $n ->
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
}

## Графіки дайджестів

digest-chart-title = Дрони за ніч ({ $who })
digest-chart-span = Запущено та зупинено, { $from } – { $to }
digest-chart-source = За повідомленнями цього часу; джерело кожного числа названо в них.
digest-chart-night = { $day }: запущено { $launched }, зупинено { $stopped }.
digest-chart-open = не вказано

## Catch-ups: one message for what a chat was not told for a while

catch-up-title = { $n ->
    [one] Тим часом: { $count } подія
    [few] Тим часом: { $count } події
   *[other] Тим часом: { $count } подій
}
catch-up-next = { $n ->
    [one] Тим часом, продовження: { $count } подія
    [few] Тим часом, продовження: { $count } події
   *[other] Тим часом, продовження: { $count } подій
}
catch-up-left = Далі буде ще { $count }.
