## Menus

command-settings = What this chat is told of, and how
command-settings-show = All settings of this chat
command-settings-kinds = What to be told about
command-settings-conflicts = Which conflicts
command-settings-places = Which countries, regions and towns
command-settings-sides = Whose news: only what involves these sides
command-settings-sources = Which sources count for this chat
command-settings-thresholds = From how many on you are told, such as killed 5 Kharkiv
command-settings-pace = At once, in a digest, or both
command-settings-quiet = Hours without news, such as 23:00-07:00
command-settings-sound = Whether messages make a sound
command-settings-language = Language of the messages
command-settings-zone = Time zone, such as Europe/Kyiv or a city
command-settings-mention = A role to mention in messages with sound
option-kinds = Kinds, such as exchange,strike; all for everything
option-conflict = A conflict by its name or id; all for every one
option-place = A country, region or town in any of the languages; all for everywhere
option-side = A side, such as Ukraine; all for every one
option-follow = A source by its name or id; all for every one
option-threshold = What, how many at least, and where: killed 5 Kharkiv
option-pace = instant, digest or both; for a digest also a time and a weekday
option-hours = From and to, such as 23:00-07:00; off for none
option-sound = Whether messages make a sound
option-zone = A city, or a zone such as Europe/Kyiv
option-role = The role to mention
option-where = Another chat or channel that you administer

## The panel

settings-title = Settings
settings-title-of = Settings of { $title }
settings-page-of = { $label }: { $title }
settings-line = { $label }: { $now }
settings-unknown = There is no setting “{ $word }”.
settings-saved = Saved: { $now }
settings-type-name = Type a name
settings-conflicts-example = Russia–Ukraine
settings-sides-example = Ukraine
settings-sources-example = BBC
settings-remove = Remove
settings-chosen = ✓ { $label }
settings-not-subscribed = This chat is not subscribed
settings-not-subscribed-of = Not subscribed: { $title }
settings-subscribe-first = Subscribe first; then everything here can be set.
settings-subscribe-first-of = Nothing is told there yet. One tap on “Subscribe” changes that; then everything about it can be set here.
other-chat = the other chat
names-more = { $names } and { $count } more
button-settings = Settings
button-back = Back
button-remove = Remove: { $name }
button-page-before = Page { $page } of { $last }
button-page-next = Page { $page } of { $last }

settings-kinds = Topics
settings-kinds-choose = What to be told about
settings-kinds-usual = The usual topics are: { $usual }. The others come only to who chooses them here.
settings-kinds-none = Keep at least one topic. To stop everything, send /unsubscribe.
settings-kinds-unknown = “{ $word }” is no topic. There are: { $kinds }
settings-kinds-untold = This installation does not tell of: { $untold }. There are: { $kinds }

settings-conflicts = Conflicts
settings-conflicts-all = all conflicts
settings-conflicts-choose = Which conflicts to be told about
settings-conflicts-unknown-one = Reports that name no conflict come only to chats that follow all.
settings-conflicts-unknown = No conflict is called “{ $word }”.

settings-places = Places
settings-places-all = everywhere
settings-places-unknown = place unknown
settings-places-unknown-told = Everywhere is chosen: reports that name no place are told already.
settings-places-now = Told now: { $places }
settings-places-about = A country or region includes everything in it. “Place unknown” adds reports that name no place.
settings-places-type = Type a place
settings-places-ask = Country, region or town
settings-places-example = Kharkiv region
settings-places-country = A country and its regions
settings-places-regions = { $name }: regions
settings-places-whole = { $name }: the whole country
settings-places-which = Which one do you mean?
settings-places-none = No place is called “{ $word }”. Try another spelling, or a larger place near it.
settings-places-many = { $count } places are as many as one chat can have.
button-back-places = All places

settings-sides = Sides
settings-sides-all = all sides
settings-sides-choose = Only what involves these sides
settings-sides-unknown = No side is called “{ $word }”.

settings-sources = Sources
settings-sources-all = all sources
settings-sources-own = { $sources }; { $count ->
    [one] one of its own
   *[other] { $count } of its own
}
settings-sources-choose = Only what one of these sources has reported
settings-sources-fewer = With few sources you hear of less, and later.
settings-sources-unknown = No source is called “{ $word }”. /sources names them all.

settings-thresholds = Numbers
settings-thresholds-none = any number
settings-thresholds-about = Be told only when a number is reached, such as 5 killed. Choose what is counted. Each number narrows its own topic; other topics stay as they are. What happens in one place, whatever its number, can be typed: /threshold any strike in Kharkiv
settings-thresholds-choose = Add a number for
threshold = { $measure }: { $number } or more
threshold-placed = { $measure }: { $number } or more, { $place }
threshold-any-of = { $kind }: any, { $place }
threshold-from = { $measure }: how many at least?
threshold-unasked = { $what }. That asks for no number, so none is listed
threshold-any = Any number
threshold-number = { $number } or more
threshold-type = Another number or place
threshold-ask = How many at least, and where
threshold-example = 5 Kharkiv
threshold-remove-all = Remove all
threshold-none-such = No number here is called “{ $word }”. Those that are set can be chosen in the list.
threshold-measure-unknown = “{ $word }” is nothing that is counted here. Try killed, injured, drones, missiles or prisoners.
threshold-number-missing = How many at least? For example: killed 5 Kharkiv
threshold-many = { $count } numbers are as many as one chat can have.
button-back-thresholds = All numbers

settings-pace = When
settings-pace-about = At once, gathered into a digest, or both.
settings-pace-unknown = “{ $word }” is not understood. Say instant, digest or both, and for a digest a time (09:00) and a weekday.
pace-instant = At once
pace-digest = In a digest
pace-both = Both
pace-digest-when = A digest { $when }
pace-both-when = At once, and a digest { $when }
digest-day = every day at { $at }
digest-week = every week at { $at } ({ $weekday })
digest-every-day = Every day
digest-every-week = Every week
digest-weekday = Day of the digest
digest-ask = Time of the digest
button-other-time = Another time

settings-quiet = Quiet hours
settings-quiet-about = In these hours, in this chat's time zone, nothing new comes: it is told when they end. Messages that are here are kept up to date without sound.
settings-quiet-off = none
settings-quiet-but = { $hours }, but not for: { $kinds }
settings-quiet-except = These make a sound all the same
settings-quiet-ask = From and to
settings-quiet-unknown = Give two times, such as 23:00-07:00, or off; the two times differ.
button-other-hours = Other hours

settings-sound = Sound
settings-sound-about = With “what matters”, something new or important makes a sound, and small changes do not.
sound-policy = What matters
sound-loud = Always
sound-silent = Never

settings-language = Language
settings-language-about = Language of the messages in this chat

settings-zone = Time zone
settings-zone-about = It is { $time } here now. Times, quiet hours and digests go by this zone.
settings-zone-type = Type a city
settings-zone-ask = City or time zone
settings-zone-example = Kyiv
settings-zone-unknown = No city or zone is called “{ $word }”. Try a larger city, or a name such as Europe/Kyiv.

settings-mention = Mentioned role
settings-mention-none = none
settings-mention-about = Messages with sound mention this role. Choose it with /settings mention.
settings-mention-remove = Mention nobody
settings-mention-unknown = Choose a role of this server with /settings mention.
settings-mention-everybody = Everybody at once is never mentioned. Choose a role of this server.

## A chat and its data

export-in-private = This is shown in your private chat with me only. Open it:
follow-private-channel = That channel is private: only its members can read it. I can follow public ones, such as t.me/name.
mute-developments = Muted developments:
button-unmute-one = Unmute: { $title }
unmute-none = Nothing was muted.
