## Descriptions in menus (at most 100 characters)

command-start = What this is, and how to begin
command-subscribe = Be told here from now on
command-unsubscribe = Stop being told here
command-latest = The newest developments
command-help = What you can ask
command-development = One development: all claims side by side, every source
command-sources = The sources that are followed, and how they are doing
command-sources-list = Every source that is followed
command-sources-add = Follow a feed or a public Telegram channel
command-sources-remove = Stop following a source and forget its settings
command-sources-pause = Stop polling a source for now
command-sources-resume = Poll a paused source again
option-language = Language of the messages
option-development = The development's id, such as d12
option-source = The source's id, as /sources list shows it
option-url = Address of a feed, or of a public channel such as https://t.me/s/name
option-source-name = Name to show it by
option-page = Page of the list
command-mute = No new messages for a time, or none on one development
command-unmute = Let messages come again
command-totals = Exchanges and what is left of them, attacks by day, tolls
command-chart = A picture: an exchange, attacks by day, places
command-search = Find developments by place, name, number or word
command-why = Why this was told here, and the sentence behind each number
command-whynot = Why a news item was not told here
command-status = What is followed, what fails, how this chat is told
command-share = A link that sets up the same for somebody else
command-report = Tell the admins that something is wrong
command-privacy = What is stored about this chat
command-export = All that is stored about this chat
command-forget = Delete all that is stored about this chat
option-mute = How long, such as 8h or 2d; or a development, such as d12
option-unmute = A development, such as d12; everything if left out
option-chart = exchange, days, places, toll, or a development such as d12
option-search = Places, names, numbers or words, in any language
option-whynot = Address of the news item
option-report = What is wrong; a development, such as d12, first
option-forget = Asked for when it is to be deleted
option-payload = What a link carries
on-message-why = Why this alert?
on-message-report = Report an error

## Words

kind-all = everything
kind-usual = the usual
kind-exchange = exchanges
kind-ceasefire = cease-fires
kind-talks = talks
kind-strike = attacks and their victims
language-en = English
language-uk = Ukrainian
language-ru = Russian
button-subscribe = Subscribe
button-latest = Latest
button-help = Help
kind-sanctions = sanctions
kind-capture = territory
kind-evacuation = evacuations
kind-aid = aid
button-more = More
button-newer = Newer
open-development = Open one
choose-development = Choose one
right-see = see the chat
right-send = send messages
right-embed = embed links
right-attach = attach files
right-read-history = read message history
right-thread = write in threads
action-chart = Chart
action-why = Why
action-mute = Mute
action-report = Report an error
button-more-claims = More numbers
button-more-links = More sources
button-more-sentences = More sentences
button-overview = Overview
button-undo = Undo
button-mute-all = Mute everything for a time
button-unmute = Unmute
button-charts = Charts
button-sources = Sources
button-export = Show my data
button-forget = Delete my data
mute-1h = 1 hour
mute-8h = 8 hours
mute-24h = 24 hours
mute-7d = 7 days
mute-forever = Until I unmute
since-day = since { $day }

## Answers

start-title = Tallywire: conflict updates whose every number shows its source
start-what = Reports of many outlets are read for their figures: prisoners exchanged, drones launched and downed, people killed and injured. What they say is merged into one message per development, which is updated as the figures firm up.
start-how = Subscribe, and you are told here once about each development. Everything else is optional: /help lists it.
start-subscribed = This chat is subscribed: it is told once about each development. /settings changes of which.
start-not-a-siren = This is not an air-raid siren. It repeats what has been published, minutes later. In danger follow official alarms.
subscribed-title = Subscribed
subscribed-replaces = This replaces what was chosen before:
    { $was }
subscribed-to = Topics: { $what }.
subscribed-change = Everything can be changed in the settings; /unsubscribe ends it.
subscribed-sample = The newest development, as you would have been told it:
unsubscribed-title = Unsubscribed
unsubscribed-title-of = Unsubscribed: { $title }
unsubscribed-again = Nothing more will be told here. /subscribe starts again.
unsubscribed-there = Nothing more will be told there.
unsubscribed-was-not = This chat was not subscribed.
latest-none = Nothing has been told yet.
latest-none-older = Nothing is older.
latest-earlier = Earlier:
help-title = What you can ask
help-other-chats = Groups and channels can be told as well: add me there and say /subscribe there, or say it here with its @name behind it. You have to administer that chat.
help-other-chats-discord = Other channels can be told as well: say /subscribe there, or say it here and choose the channel. You have to manage that server.
development-unknown = No such development is known, or it was not told yet. /latest lists the newest ones.
development-elsewhere = This belongs to a source that one chat alone follows: it can be opened in that chat only.
development-quotes = { $count ->
    [one] The sentence behind the numbers, as published:
   *[other] The { $count } sentences behind the numbers, as published:
}
development-page = Page { $page } of { $last }
development-links = Sources
development-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
sources-title = { $count ->
    [0] No source is followed
    [one] One source is followed
   *[other] { $count } sources are followed
}
sources-added = Following { $id }
sources-added-next = What is there already is read quietly; what it publishes from now on is news. /sources list shows how it is doing.
sources-removed = { $id } is no longer followed. Its reports stay in the ledger.
sources-paused = { $id } is paused.
sources-resumed = { $id } is polled again.
sources-unknown = No source is called { $id }. /sources list names them all.
sources-bad-url = That is no web address. Give one that begins with https://, of a feed or of a public Telegram channel (https://t.me/s/name).
source-fine = Works.
source-not-polled = Not polled yet.
source-failing = { $count ->
    [one] The last poll failed: { $why }
   *[other] The last { $count } polls failed: { $why }
}
source-silent = Answers, but brought nothing new for { $span }.
source-halt-paused = Paused.
source-halt-disabled = Switched off after failing for long: { $why }
source-halt-gone = Gone: { $why }
alarm-title = { $count ->
    [one] One change among the sources
   *[other] { $count } changes among the sources
}
alarm-source = { $name }: { $why }
alarm-recovered = { $name } works again.
alarm-poller-stalled = The polling of all sources has stopped. Restart the bot, and look into its log.
alarm-poller-recovered = The sources are polled again.
command-unknown = No such command. /help lists what there is.
command-failed = This did not work, and it is not your fault. Please try again in a moment.
option-missing = The option “{ $name }” is missing.
words-unread = “{ $words }” is not understood here, so nothing was done. Another chat is named by its @name.
option-unknown = “{ $name }” can be: { $values }
refused-admin = Only the admins of this bot may do that.
refused-chat-admin = Only administrators of this chat may do that.
subscribed-title-of = Subscribed: { $title }
latest-none-wanted = Nothing that this chat follows has happened yet. /settings shows what it follows.
latest-page = Latest, page { $page }
rights-missing = I still lack a right there: { $rights }. Without it messages show less.
rights-missing-send = Nothing can arrive there yet. Please give me the right to: { $rights }.
subscribe-unseen = Nothing could arrive there: I cannot see that chat.
subscribe-unseen-hint = Invite me to the server or add me to the chat, let me see it, then use /subscribe again.
rights-lost = I may no longer write in { $title }. Alerts rest there.
rights-lost-again = Once that is put right, they go on by themselves; /subscribe there does it, too.
where-unknown = I cannot see that chat. Add me there first, then name it again.
refused-other-chat = Only administrators of that chat may do that.
refused-rights-unknown = I cannot look up who administers that chat. In a channel I have to be an administrator for that. Please try again in a moment.
rate-wait = That is a lot at once. Please try again in { $seconds } s.
mute-title = Mute this chat for how long?
mute-title-there = Mute for how long?
mute-about = No new messages come meanwhile. Those already sent are kept up to date. After a mute of a day or less you are told what was new.
mute-unknown = Give a time, such as 8h or 2d, or a development, such as d12.
muted-until = Muted until { $at }
muted-forever = Muted until you unmute
mute-development = Nothing new will come on this. Its message is still kept up to date.
unmute-nothing = That was not muted.
unmute-all = Messages come again.
unmute-development = News on this comes again.
development-untold = It was not told as news.
claim-line = { $label }: { $number }. { $by }, { $at }
claim-outlets = { $count ->
    [one] { $line } ({ $count } outlet)
   *[other] { $line } ({ $count } outlets)
}
claim-leading = ✓ { $line }, shown in the message
quote-unlinked = { $quote } ({ $name })
report-how = Answer an alert with /report and say what is wrong, or name its development: /report d12 the number is of last year
report-how-discord = Open an alert’s menu (Apps, { $menu }) and say what is wrong, or name its development: /report d12 the number is of last year
report-several = That message tells several developments, and nothing is passed on yet. Choose the one you mean, and say there what is wrong.
report-which = That message tells no one development, and nothing is passed on yet. Choose it among the newest, or name it: /report d12 the number is of last year
report-ask = What is wrong?
report-example = The number is of the whole month
report-words-missing = What is wrong with it?
report-thanks = Thank you. The admins have it.
report-unreachable = No admin can be reached from here right now. Please write to whoever runs this bot.
report-closed = The admins have dealt with the error that you reported. Thank you.
report-title = Somebody reports an error
report-from = From { $user } in: { $chat }
report-private-chat = a private chat
report-development = { $id }: { $title }
development-how = Answer an alert with /development, or name one: /development d12. /latest has the newest.
development-how-discord = Press a button under an alert, or name a development: /development d12. /latest has the newest.
why-how = Answer an alert with /why, or name its development: /why d12
why-how-discord = Open an alert’s menu (Apps, { $menu }), or name its development: /why d12
why-several = That message tells several developments. Choose the one you mean.
why-which = That message tells no one development. Choose it among the newest, or name it: /why d12
why-title = Why: { $title }
why-told = Last told { $at }, version { $revision }.
why-told-elsewhere = Last told elsewhere { $at }, version { $revision }; to this chat not as a message of its own.
why-origins = { $count ->
    [one] { $count } independent source stands behind it.
   *[other] { $count } independent sources stand behind it.
}
why-everything = No setting of this chat narrows it down.
why-match = { $setting }: { $value }, as this chat asks for
why-against = { $setting }: by today’s settings it would not come
whynot-how = Give the address of the news item: /whynot https://…
whynot-development = Why it was not told here
whynot-not-followed = { $host } is not followed.
whynot-not-followed-next = What it reports is known here only when a followed source reports it too. /sources names them.
whynot-not-seen = That outlet is followed, but this item has not come through its feed.
whynot-report = Why this news item was told here or not
whynot-seen = Read { $at }.
whynot-nothing-read = Nothing was read in it: no figure and no event of the kinds that are told.
whynot-background = Its numbers were read as background or as sums of a longer time, which make no news.
whynot-backfill = It was already there when the source was first followed, or was old: such items are read quietly.
whynot-not-subscribed = This chat is not subscribed.
whynot-told = It was told here.
whynot-waiting = It is on its way: due { $at }.
whynot-quiet = The quiet hours of this chat, { $from }–{ $to }, hold it.
whynot-failed = It could not be delivered here: { $why }
whynot-failed-plain = It could not be delivered here: the chat was closed to me, or I may not write in it.
whynot-muted-development = This development is muted here.
whynot-filtered = Kept out by the settings of this chat: { $setting }.
whynot-digest = This chat gets a digest only.
whynot-before = It was told before this chat subscribed, or before its settings let it through.
whynot-approval = It waits for an admin’s approval.
whynot-refused = The admins did not approve it.
whynot-review = The admins hold it back to check it.
whynot-hold = Only one source so far, and no named speaker: it waits for a second one until { $at }.
whynot-kind = News of this kind is not told: { $kind }.
whynot-no-conflict = It could not be told which conflict it belongs to.
whynot-old = It happened too long ago to be news.
whynot-misread = Likely misread: it has the same number as “{ $title }” ({ $id }). It waits for a second source.
whynot-no-attack = People were hurt, but nobody tells of an attack yet.
whynot-small = Its numbers are below those from which it is told: somebody killed, { $injured } injured, { $customers } customers without power, or { $drones } drones.
whynot-no-number = Nobody gives a number yet.
whynot-no-day = Its day is not stated.
whynot-no-word = Only one source so far, and nobody is named who says it.
whynot-one-source = Only one source so far: news of this kind waits for a second one.
whynot-talks = Talks are told when two sources, or a side’s own outlet, say that enemies met.
whynot-talks-planned = The talks are announced, and not yet reported as held.
whynot-too-little = Too little is known yet to tell it: a number, a day or somebody’s word is missing, or the numbers are small.
chart-source = Source: { $outlets }. As of { $at }
chart-legs-sum = { $done } so far
chart-legs-of = { $done } of { $target } agreed
chart-legs-target = Agreed: { $target }
chart-days-title = { $what } by day ({ $party })
chart-days-span = { $from } – { $to }
chart-places-title = { $measure }, by place
chart-places-sum = each strike’s number, added up by place
chart-menu = Charts
chart-menu-about = What to draw?
chart-unknown = There is no chart “{ $word }”.
chart-menu-exchange = The latest exchange
chart-menu-days = Attacks by day
chart-menu-places = Strikes by place
chart-menu-toll = The week’s deadliest strike
chart-toll-line = { $by }: { $number } ({ $at }).
chart-toll-range = { $number }, with others from { $low } to { $high }
chart-none = There are no numbers yet to draw.
chart-days-empty = Days without a number: none was reported.
chart-span = { $days } days
chart-attacks-of = Attacks: { $party }
totals-title = Totals
totals-none = Nothing has been counted yet.
totals-earlier = { $count ->
    [one] And one more before.
   *[other] And { $count } more before.
}
totals-exchanges = Exchanges of the last week
totals-nights = Air attacks in the last week
totals-tolls = Deadliest strikes of the last week
search-how = Search by place, name, number or word, in any of the languages: /search Kharkiv drones
search-none = Nothing found for “{ $words }”
search-title = Found for “{ $words }”
search-narrow = There is more. Add a word to narrow it down.
status-title = Status
status-followed = { $count ->
    [one] { $count } source is followed.
   *[other] { $count } sources are followed.
}
status-day = { $count ->
    [one] In 24 hours: { $reports } reports read, { $told } development told.
   *[other] In 24 hours: { $reports } reports read, { $told } developments told.
}
status-last = Last told { $at }.
status-all-well = All sources answer.
status-unwell = { $count ->
    [one] { $count } source fails or is silent, which does not mean that it is calm:
   *[other] { $count } sources fail or are silent, which does not mean that it is calm:
}
status-chat = This chat: { $kinds }. { $pace }.
status-resting = Alerts rest in this chat: I may not write here. Once I am given the right, they go on; if nothing comes, use /subscribe.
status-resting-of = Alerts rest in { $title }: I may not write there. Once I am given the right, they go on; if nothing comes, use /subscribe there.
privacy-title = What is stored
privacy-stored = Of a chat: its id on the platform, its settings, and the ids of the messages that it was sent, so that they can be kept true.
privacy-not-stored = Apart from that, not stored: what you write here, who you are, who reads. Of a command that is answered only a number and a digest stay for a while, so that none is answered twice.
privacy-reports = When you report an error, the admins see your words and your id on the platform. Both stay for good in their audit log: /export does not show them, /forget does not delete them.
privacy-yours = What else is stored of a chat /export shows (of messages, how many they are) and /forget deletes.
export-title = All that is stored about this chat
export-about = /forget deletes it.
forget-title = Delete all that is stored about this chat?
forget-title-of = Delete all that is stored about { $title }?
forget-about = Its settings go, and so does the memory of what was told here; nothing more is told. Messages that are here stay, but are no longer kept up to date.
forget-yes = Delete
forget-no = Keep
forget-done = Everything about this chat is deleted.
forget-again = /subscribe begins anew.
forget-nothing = Nothing is stored about this chat.
share-title = Share this subscription
share-about = Who opens this link is offered the same in one tap:
share-about-command = Who sends me this is offered the same in one tap:
share-about-command-discord = Who gives me this with /start is offered the same:
share-left-out = The link has no room for: { $what }. Who opens it is not limited in that.
start-shared = Somebody shares a subscription with you
card-as-of = As of { $at }: this card does not change.
start-shared-next = Tap Subscribe to be told of this here. Everything can be changed later.
start-shared-replaces = This chat is subscribed already, and Subscribe would replace what is chosen now:
    { $now }
sources-of-nobody = Of no side
report-thanks-evidence = Thank you. The admins have it, with the alert and its evidence.
whynot-merged = { $from } turned out to be the same as { $id }.

## The board

language-own-name = English
board-title = Tallywire
board-intro = What has been reported, each number with its source. Newest first; times are Kyiv time unless set otherwise.
board-intro-demo = A demo: the exchange of 1,000 for 1,000 prisoners in May 2025 and the nights around it, four days in about three minutes. The outlets are invented, the figures are real.
board-empty = Nothing has been told yet. The page refreshes by itself.
board-told = told { $at }
board-changed = updated { $at }
board-source-failing = No news from { $name } at the moment, which does not mean that it is calm: { $why }

## Source failures

failure-bad-url = That is no address that can be fetched.
failure-private-address = The address leads to a private or reserved network.
failure-source-exists = This source is followed already.
failure-dns = The host name cannot be resolved.
failure-refused = The server refuses connections.
failure-unreachable = The server cannot be reached.
failure-connection-lost = The connection broke off.
failure-tls = The secure connection failed: the certificate or TLS is at fault.
failure-timeout = The server did not answer in time.
failure-bad-http = The server does not speak proper HTTP.
failure-request-failed = The request failed.
failure-too-many-redirects = The address redirects too many times.
failure-too-large = The answer is too large.
failure-headers-too-large = The server's headers are too large.
failure-bad-encoding = The compressed answer cannot be read.
failure-http-401 = The server wants a log-in. (HTTP 401)
failure-http-402 = The server wants payment. (HTTP 402)
failure-http-403 = The server forbids us to read it. (HTTP 403)
failure-http-404 = There is nothing at this address. (HTTP 404)
failure-http-410 = The source is gone for good. (HTTP 410)
failure-http-429 = The server says that we ask too often. (HTTP 429)
failure-http-451 = The source is blocked for legal reasons. (HTTP 451)
failure-http-503 = The server is not available now. (HTTP 503)
failure-http-5xx = The server has an internal fault. (HTTP { $status })
failure-http-other = The server refuses the request. (HTTP { $status })
failure-challenge-page = A protection service asks for a browser instead of answering.
failure-not-a-feed = The address answers with something that is no feed.
failure-empty-answer = The source answers with nothing.
failure-too-complex = The feed takes too much time or memory to read.
failure-no-preview = The channel has no public preview, or does not exist.
failure-unknown-kind = This version cannot read sources of this kind.
failure-internal = The source cannot be read: an error of ours.
alarm-most-failing = { $failing } of { $polled } sources fail at once. That is hardly their fault: look at this machine and its network.
alarm-most-recovered = Most sources work again.

## Sources of a chat alone

command-follow = Follow a feed or a public Telegram channel for this chat alone
command-unfollow = Stop following a source of this chat alone
option-follow-url = Address of a feed, or of a public Telegram channel (t.me/name)
option-unfollow = The source: its name or address
follow-title = Sources of this chat alone
follow-title-of = Sources of { $title } alone
follow-about = What they report is told in this chat and nowhere else, beside what everybody's sources tell.
follow-none = There are none yet.
follow-how = Send /follow with the address of a feed or of a public Telegram channel, such as /follow t.me/name.
follow-line = { $name }: { $state }
follow-ask = Address of a feed or of a channel
follow-example = https://example.org/feed.xml or t.me/name
follow-off = Chats cannot have sources of their own here: whoever runs this bot does not allow it.
follow-limit = { $count ->
    [one] This chat may have one source of its own, and has it. /unfollow makes room.
   *[other] This chat may have { $count } sources of its own, and has them. /unfollow makes room.
}
follow-limit-all = No more sources of single chats can be followed here at the moment.
follow-wait = A lot has been asked from here. Please try again in { $count } min.
follow-limit-waiting = Enough requests from here wait for the bot's admins already.
follow-busy = Other sources are being looked at just now. Please try again in a minute.
follow-everybodys = { $name } is followed for everybody already. Its news come here as far as the settings let them.
follow-twice = This chat follows { $name } already.
follow-refused = The bot's admins refused { $name } for this chat.
follow-failed = { $name } cannot be read: { $why }
follow-reading = { $name } is being read
follow-reading-about = What comes of it is told here within a minute. Everything else works meanwhile.
source-being-read = It is being read for the first time.
followed-title = This chat now follows { $name }
followed-title-waiting = { $name } waits for the bot's admins
followed-about = What is there now is read quietly. What it publishes from now on is told in this chat, and nowhere else.
followed-waiting = They were asked, and this chat hears what they decide. Until then nothing of it is told.
unfollowed = This chat no longer follows { $name }.
unfollow-unknown = This chat has no source of its own called “{ $word }”. /follow names them.
button-follow = Follow a source
button-unfollow = No longer follow { $name }
button-own-sources = Sources of this chat alone
sources-own = Followed for this chat alone:
source-halt-waiting = Waits for the bot's admins.
source-halt-refused = Refused by the bot's admins.
own-approved-title = This chat now follows { $name }
own-approved-about = The bot's admins agreed. What it publishes from now on is told here, and nowhere else.
own-refused-title = This chat does not follow { $name }
own-refused-about = The bot's admins did not agree. /unfollow takes it off the list.
own-removed-title = This chat no longer follows { $name }
own-removed-about = The bot's admins took it out.
development-own = From this chat's own sources:
development-own-line = { $line } ({ $outlet })
whynot-own = Everybody's sources had told it here, so that this chat's own source did not tell it again; or it came before this chat's settings let it through.
privacy-own = Of a chat's own sources: their addresses, what they reported and what of it was told there. No other chat sees any of it. When they are asked for, the bot's admins see and keep your name and id on the platform and the address. What they decided stays in their log.
