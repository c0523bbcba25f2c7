## Titles

title-captives = Prisoner exchange
title-bodies = Bodies handed over
title-children = Children returned
title-deal = Exchange agreed
title-announced = Exchange announced
title-delayed = Exchange delayed
title-cancelled = Exchange cancelled
title-night = Air attack
title-attack = Strike
title-strike = strike
dead-uncounted = people killed
title-front = Losses and attacks at the front
title-ceasefire-proposed = Cease-fire proposed
title-ceasefire-rejected = Cease-fire rejected
title-ceasefire-agreed = Cease-fire agreed
title-ceasefire-started = Cease-fire in effect
title-ceasefire-violated = Cease-fire said to be violated
title-ceasefire-ended = Cease-fire ended
# What a cease-fire is limited to: { $limit } is one of the three below.
title-limited = { $what } ({ $limit })
limit-energy = energy sites
limit-sea = at sea
limit-hours = for a limited time
title-talks-proposed = Talks proposed
title-talks-scheduled = Talks scheduled
title-talks-held = Talks held
title-talks-failed = Talks failed
title-talks-cancelled = Talks cancelled
title-sanctions-proposed = Sanctions proposed
title-sanctions-adopted = Sanctions adopted
title-sanctions-lifted = Sanctions lifted
title-capture-claimed = Territory said to be captured
title-capture-confirmed = Capture of territory confirmed
title-capture-denied = Capture of territory denied
title-evacuation-ordered = Evacuation ordered
title-evacuation-done = Evacuation carried out
title-aid-announced = Aid announced
title-aid-delivered = Aid delivered

title-withdrawn = Withdrawn: { $title }
title-about = { $what }: { $detail }
title-placed = { $place }: { $detail }
title-directed = { $what } ({ $from } → { $to })
title-launched-by = { $what } ({ $from })
title-each = { $count } for { $count }

## Counts in titles. $n chooses the form, $count is what is read.

count-killed = { $count } killed
count-injured = { $count } injured
count-drones = { $n ->
    [one] { $count } drone
   *[other] { $count } drones
}
count-missiles = { $n ->
    [one] { $count } missile
   *[other] { $count } missiles
}
count-weapons = { $n ->
    [one] { $count } drone or missile
   *[other] { $count } drones and missiles
}
count-stopped = { $counts } stopped
count-downed = { $counts } shot down
count-without-power = { $n ->
    [one] { $count } customer without power
   *[other] { $count } customers without power
}
count-prisoners = { $n ->
    [one] { $count } prisoner
   *[other] { $count } prisoners
}
count-hostages = { $n ->
    [one] { $count } hostage
   *[other] { $count } hostages
}
count-bodies = { $n ->
    [one] { $count } body
   *[other] { $count } bodies
}
count-children = { $n ->
    [one] { $count } child
   *[other] { $count } children
}
count-to = { $count } { $to }

## Numbers

span-exact = { $low }
span-approx = about { $low }
span-least = at least { $low }
span-most = up to { $high }
span-range = { $low }–{ $high }

## Figures

label-side = { $measure } ({ $side })
label-planned = Agreed: { $label }
label-qualified = { $label } ({ $qualifier })
with-parts = { $value } ({ $parts })
part = { $what }: { $count }
by-review = put right by the editors
by-checked = { $by }; checked
by-side = { $name }, { $side }
side-both = both sides together
side-unknown = side not stated
side-to = { $party ->
    [both] to both sides together
   *[other] to { $name }
}

home-prisoners-released = Prisoners returned { $to }
home-hostages-released = Hostages returned { $to }
home-children-returned = Children returned { $to }
home-bodies-returned = Bodies returned { $to }
planned-prisoners-released = Prisoners to be returned { $to }
planned-hostages-released = Hostages to be returned { $to }
planned-children-returned = Children to be returned { $to }
planned-bodies-returned = Bodies to be returned { $to }

measure-prisoners-released = Prisoners returned
measure-prisoners-held = Prisoners held
measure-hostages-released = Hostages returned
measure-hostages-held = Hostages held
measure-children-returned = Children returned
measure-bodies-returned = Bodies returned
measure-killed = Killed
measure-injured = Injured
measure-missing = Missing
measure-casualties = Killed and injured
measure-captured = Taken prisoner
measure-rescued = Rescued
measure-evacuated = Evacuated
measure-displaced = Displaced
measure-drones-launched = Drones launched
measure-drones-downed = Drones shot down
measure-drones-suppressed = Drones jammed or lost
measure-drones-stopped = Drones stopped
measure-drones-hit = Drones that got through
measure-missiles-launched = Missiles launched
measure-missiles-downed = Missiles shot down
measure-missiles-suppressed = Missiles lost or diverted
measure-missiles-stopped = Missiles stopped
measure-missiles-hit = Missiles that got through
measure-weapons-launched = Drones and missiles launched
measure-weapons-downed = Drones and missiles shot down
measure-weapons-suppressed = Drones and missiles jammed or lost
measure-weapons-stopped = Drones and missiles stopped
measure-weapons-hit = Drones and missiles that got through
measure-bombs-launched = Bombs dropped
measure-rockets-launched = Rockets launched
measure-rockets-downed = Rockets shot down
measure-rockets-suppressed = Rockets lost or diverted
measure-shells-fired = Shells fired
measure-attacks = Attacks
measure-sites-hit = Places hit
measure-buildings-damaged = Buildings damaged
measure-customers-without_power = Customers without power
measure-settlements-captured = Settlements captured
measure-area-captured = Square kilometres captured
measure-equipment-lost = Equipment lost

group-civilians = civilians
group-children = children
group-women = women
group-men = men
group-military = military
group-police = police
group-rescuers = rescuers
group-medics = medics
group-journalists = journalists
group-foreigners = foreigners
group-wounded = wounded

weapon-ballistic = ballistic
weapon-cruise = cruise
weapon-hypersonic = hypersonic
weapon-air-defence = air defence
weapon-anti-ship = anti-ship
weapon-fpv = FPV
weapon-recon = reconnaissance
weapon-decoy = decoys
weapon-naval = naval
weapon-tank = tanks
weapon-aircraft = aircraft
weapon-artillery = artillery
weapon-vehicle = vehicles
weapon-ship = ships
weapon-helicopter = helicopters

## Counts of one salvo, after its name: "Drones: 810 launched, 747 stopped"

thing-drones = Drones
thing-missiles = Missiles
thing-weapons = Drones and missiles
thing-bombs = Bombs
thing-rockets = Rockets
fate-launched = { $count } launched
fate-dropped = { $count } dropped
fate-stopped = { $count } stopped
fate-downed = { $count } shot down
fate-suppressed = { $count } jammed or lost
fate-hit = { $count } got through

## Body

place-region = { $name } region
said-by = Said by { $names }
parties-named = Parties named: { $names }
denied-by = Denied by { $names }
date-unknown = date not stated
date-reported = date not stated; first reported { $date }
place-unknown = place not stated

progress-of = In all · { $label }: { $done } of { $target }
progress-each = In all · { $label }: { $done } of { $target } each
progress-left = { $progress }; { $left } left
progress-complete = { $progress }; completed
progress-over = { $progress }; more than agreed
progress-sum = In all · { $label }: { $done }
progress-mismatch = Reports also give { $claimed } in all ({ $side }); the stages counted here add up to { $done }.

change-updated = Updated { $time }: { $changes }
change-corrected = Corrected { $time }: { $changes }
change-figure = { $label } { $from } → { $to }
change-first = { $label } { $to }
change-withdrawn = { $label } { $from } withdrawn
change-retracted = what was told here has been withdrawn after a check
change-split = two events were told here as one
change-rival-apart = { $by }: { $label } { $from } (no longer told here)
change-more = { $changes }; and more
change-details = details
change-stage = { $stage }
change-rival = { $by } says: { $label } { $to }
change-denied = { $by } says otherwise
change-refuted = { $by } denies it
change-confirmed = approved by { $by }
change-other-side = the other side

sources = { $n ->
    [1] One source so far
    [one] { $count } independent source
   *[other] { $count } independent sources
}
sources-through = { $n ->
    [1] { $sources }, heard through one outlet
   *[other] { $sources }, heard through { $count } outlets
}
sources-both = { $sources }; both sides confirm
sources-differ = { $sources }; the sides differ
source-state = { $name } (state-controlled)
note-merged = This turned out to be one event with No. { $id }, which was told here. News of it come in that message.
action-merged-message = That message
note-id = No. { $id }
note-own = From a source that only this chat follows.
note-repeat = This message may be a repeat: the answer to the first attempt never came.
action-development = Details and sources
