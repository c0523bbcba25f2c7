## Digests

digest-title-day = Digest of { $date }
digest-title-week = The week to { $date }
digest-period = From { $from } to { $to }.
digest-late = This digest comes late: it was due at { $at }.
digest-cut = More has been told since { $to } than one digest holds: the next one goes on from there.

digest-empty = Nothing that this chat follows was told in this time.
digest-not-calm = That need not mean that it was calm: { $unwell } of { $all } sources were silent or failing.

digest-nights = { $n ->
    [one] Air attacks first told in this time: { $count }
   *[other] Air attacks first told in this time, added up: { $count }
}
digest-tolls = { $n ->
    [one] Places hit, first told in this time: { $count }
   *[other] Places hit, first told in this time, added up: { $count }
}
digest-toll = { $measure }, { $place }
digest-sums-said = Who says each of the numbers added up stands beside its development.

digest-new = New: { $count }
digest-changed = Changed: { $count }
digest-more = And { $count } more.

digest-sources-fine = { $n ->
    [one] The one source followed here brought news as usual.
   *[other] All { $count } sources followed here brought news as usual.
}
digest-sources-unwell = Silent or failing: { $unwell } of { $all } sources
digest-source-silent = { $name }: nothing new for { $time }
digest-source-failing = { $name }: cannot be read, for { $time }
digest-source-failing-now = { $name }: cannot be read
digest-source-halted = { $name }: not read any more, for { $time }
digest-source-halted-now = { $name }: not read any more
digest-source-unpolled = { $name }: not read yet
digest-minutes = { $n ->
    [one] { $count } minute
   *[other] { $count } minutes
}
digest-hours = { $n ->
    [one] { $count } hour
   *[other] { $count } hours
}
digest-days = { $n ->
    [one] { $count } day
   *[other] { $count } days
}

## Charts of digests

digest-chart-title = Drones a night ({ $who })
digest-chart-span = Launched and stopped, { $from } to { $to }
digest-chart-source = As told in the news of this time; each number's source stands there.
digest-chart-night = { $day }: { $launched } launched, { $stopped } stopped.
digest-chart-open = not stated

## Catch-ups: one message for what a chat was not told for a while

catch-up-title = { $n ->
    [one] Meanwhile: { $count } development
   *[other] Meanwhile: { $count } developments
}
catch-up-next = { $n ->
    [one] Meanwhile, continued: { $count } development
   *[other] Meanwhile, continued: { $count } developments
}
catch-up-left = { $n ->
    [one] { $count } more follows.
   *[other] { $count } more follow.
}
