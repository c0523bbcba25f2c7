## Descriptions in menus (at most 100 characters)

command-start = What this is, and how to begin
command-subscribe = Be told here from now on
command-unsubscribe = Stop being told here
command-latest = The newest developments
command-help = What you can ask
command-development = Every source's own sentence behind a development's numbers
command-sources = The sources that are followed (admins)
command-sources-list = Every source and its state
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

## Words

kind-all = everything
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
source-state-controlled = { $name } (state-controlled)
kind-sanctions = sanctions
kind-capture = territory
kind-evacuation = evacuations
kind-aid = aid
button-more = More
button-newer = Newer
open-development = Open one
right-see = see the chat
right-send = send messages
right-embed = embed links
right-attach = attach files
right-read-history = read message history
right-thread = write in threads

## Answers

start-title = Tallywire: conflict updates whose every number shows its source
start-what = Reports of many outlets are read for their figures: prisoners exchanged, drones launched and downed, people killed and injured. What they say is merged into one message a development, which is updated as the figures firm up.
start-how = Subscribe, and you are told here once about each development. Everything else is optional: /help lists it.
start-not-a-siren = This is not an air-raid siren. It repeats what has been published, minutes later. In danger follow official alarms.
subscribed-title = Subscribed
subscribed-to = Topics: { $what }.
subscribed-change = Everything can be changed in the settings; /unsubscribe ends it.
subscribed-sample = The newest development, as you would have been told it:
unsubscribed-title = Unsubscribed
unsubscribed-again = Nothing more will be told here. /subscribe starts again.
unsubscribed-was-not = This chat was not subscribed.
latest-none = Nothing has been told yet.
latest-earlier = Earlier:
help-title = What you can ask
development-unknown = No such development is known. The buttons under an alert name theirs.
development-quotes = { $count ->
    [one] The sentence behind the numbers, as published:
   *[other] The { $count } sentences behind the numbers, as published:
}
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
sources-added-next = Its items of before are read quietly; what it publishes from now on is news. /sources list shows how it does.
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
source-silent = Answers, but brought nothing new for { $hours } h.
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
option-unknown = “{ $name }” can be: { $values }
refused-admin = Only the admins of this bot may do that.
refused-chat-admin = Only administrators of this chat may do that.
subscribed-title-of = Subscribed: { $title }
latest-none-wanted = Nothing that this chat follows has happened yet. /settings shows what it follows.
latest-page = Latest, page { $page }
rights-missing = I still lack a right there: { $rights }. Without it messages come out poorer.
rights-missing-send = Nothing can arrive there yet. Please give me the right to: { $rights }.
where-unknown = I cannot see that chat. Add me there first, then name it again.
refused-other-chat = Only administrators of that chat may do that.
rate-wait = That is a lot at once. Please try again in { $seconds } s.

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
