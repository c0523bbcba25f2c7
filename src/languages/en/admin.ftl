## Descriptions in menus (at most 100 characters)

command-review = What waits for you: approvals, held news, reported errors
command-review-list = What waits for you: approvals, held news, reported errors
command-review-show = One development, with everything that can be decided on it
command-review-figure = One number of a development: its claims, and what to do
command-review-report = One report behind a development, and what to do with it
command-review-confirm = Say that a development, or one of its numbers, is right
command-review-correct = Put a number right; the chats that were told get a correction
command-review-withdraw = Take a number, a report's claims or everything back
command-review-hold = Tell nothing more of a development until it is released
command-review-release = End a hold, or approve what waits for it
command-review-refuse = Do not tell what waits for an approval
command-review-merge = Two developments are one; the later message becomes a pointer
command-review-split = What some reports say is a development of its own
command-review-retract = Take back all that a report said, wherever
command-review-undo = Take back a decision
command-review-error = An error that somebody reported
command-review-close = Put a reported error aside
command-announce = Say something to all chats, after a preview
command-announce-draft = Say something to all chats, after a preview
command-announce-send = Send what was shown
command-announce-cancel = Do not send what was shown
command-stats = Chats, deliveries, the queue, sources, memory
command-audit = What admins did, newest first
command-sources-show = One source: how it does, and everything that can be changed
command-sources-test = Read a source once, without following it
command-sources-edit = Change a field of a source
option-review-figure = The number, such as killed; then why
option-review-correction = The number and what it is: killed 14; then why
option-review-withdrawal = A number such as killed, or all; then why
option-review-why = Why
option-review-merge = The other development, such as d15; then why
option-review-reports = The reports, as the panel names them
option-review-report = The report, as the panel names it
option-review-undo = The decision's number; then why
option-review-error = The number of the report
option-announce-text = The words; one language for all, or en: … uk: … ru: …
option-announce-draft = The draft's number, then silent or loud
option-audit = Only what is older than this entry
option-source-field = What to change
option-source-value = yes or no, or the new words
option-source-sure = yes, when it is to go
option-source-test = An address, or the id of a source that is followed
source-field-name-name = name
source-field-name-language = language
source-field-name-side = side
source-field-name-urgent = urgent: yes or no
source-field-name-state = controlled by a state: yes or no
source-field-name-article = fetch the article's page: yes or no
source-field-name-note = note for admins
source-field-name-url = address

## Sources

button-open-source = Open the source
open-source = Open a source
source-panel-title = { $name } ({ $id })
source-link = Address:
source-never = never
source-last-success = Last answer: { $at }
source-last-item = Last new item: { $at }
source-usual-gap = Usually something new every { $span }
source-failing-since = { $count ->
    [one] Failed once, at { $at }
   *[other] Failing since { $at }: { $count } polls in a row
}
source-next-poll = Next poll: { $at }
source-moving = It says that it has moved to { $url }
source-field-language = Language: { $value }
source-language-detected = told by each item
source-field-side = Side: { $value }
source-side-none = nobody's
source-field-urgent = Urgent, polled more often: { $value }
source-field-state = Controlled by a state: { $value }
source-field-article = Article's page is fetched: { $value }
source-field-note = Note: { $value }
word-yes = yes
word-no = no
span-minutes = { $count } min
span-hours = { $count } h
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
button-source-pause = Pause
button-source-resume = Resume
button-source-urgent-on = Make urgent
button-source-urgent-off = No longer urgent
button-source-state-on = Mark as state-controlled
button-source-state-off = Not state-controlled
button-source-article-on = Fetch articles
button-source-article-off = Fetch no articles
button-source-name = Name
button-source-language = Language
button-source-side = Side
button-source-note = Note
button-source-url = Address
button-source-test = Test
button-source-remove = Remove…
button-source-follow = Follow it
source-example-name = The Courier
source-example-language = uk, or none: told by each item
source-example-side = UA, or none
source-example-note = Quotes officials exactly; - takes the note away
source-example-url = https://…
source-remove-title = Stop following { $name } ({ $id })?
source-remove-about = Its settings are forgotten. What it has reported stays in the ledger. To stop it for a time, pause it.
button-remove-source = Yes, remove it
source-edited = Changed.
source-edit-how = Say what to change and how: /sources edit ID urgent yes. There are name, language, side, urgent, state, article, note, url.
source-bad-name = A name has 1 to 100 characters.
source-bad-language = A language is two or three letters, such as uk, or none.
source-bad-side = A side is a country's code such as UA, x- and a word, or none.
source-bad-note = A note has 1 to 500 characters; - takes it away.
source-bad-url = That address cannot be followed.
source-undated = undated
source-test-unable = Sources cannot be tested here.
source-test-title = Test: { $name }
source-test-failed = It cannot be read: { $why }
source-test-items = { $count ->
    [0] It has no items.
    [one] It has { $count } item. The newest:
   *[other] It has { $count } items. The newest:
}
source-test-polled = It would be polled every { $span }.
source-test-alerts = { $count ->
    [0] These items alone would have given no message.
    [one] These items alone would have given one message:
   *[other] These items alone would have given { $count } messages, the last ones:
}
source-test-quiet = Followed now, it tells none of these: what is there at first sight is read quietly. Nothing was stored.

## Review

button-review = Review
button-refresh = Refresh
button-waiting = What waits
button-approve = Approve and tell
button-reject = Do not tell
button-release = Release
button-hold = Hold
button-confirm = Confirm
button-merge = Merge…
button-merge-other = Another one…
button-withdraw-all = Withdraw all…
button-withdraw-all-sure = Yes, withdraw everything
button-sure-merge = Yes, they are one
button-sure-undo = Yes, take it back
button-sure-withdraw = Yes, withdraw it
button-sure-retract = Yes, withdraw it everywhere
button-confirm-number = Confirm { $number }
button-correct = Put it right…
button-withdraw-number = Withdraw the number
button-withdraw-report = Withdraw its claims here
button-split = A development of its own
button-retract = Withdraw it everywhere
button-close-error = Dealt with
review-title = What waits for you
review-nothing = Nothing waits for you
review-waiting = Developments:
review-waiting-more = There may be more; these are the next ones due.
review-errors = Reported errors:
review-how = Any development: /review show d12, or answer its message with /review.
review-how-discord = Any development: /review show d12, as its messages name it.
review-open-error = Open a reported error
review-error-line = #{ $seq }{ $of }, { $at }: { $words }
review-error-title = Reported error #{ $seq }
review-error-from = From { $by }, { $at }
review-error-unknown = No such report of an error.
review-error-closed = Dealt with.
review-error-was-closed = It was dealt with before.
review-is-waiting-tell = Waits for an approval; without one it is told on { $at }.
review-is-waiting-drop = Waits for an approval; without one it is not told after { $at }.
review-is-held = Held by an admin: it is not told until it is released.
review-is-held-told = Held by an admin: nothing more is told until it is released.
review-is-hold = Waits for a second source until { $at }.
review-is-told = Told, last { $at }, version { $revision }.
review-is-dropped = Not told: it was not approved.
review-is-untold = Not told as news.
review-number = { $count ->
    [one] { $label }: { $number } ({ $by }; { $count } claim)
   *[other] { $label }: { $number } ({ $by }; { $count } claims)
}
review-number-none = { $label }: withdrawn
review-number-against = { $line }; against it: { $against }
review-by-admin = an admin
review-claim = { $number }: { $by }, { $at }
review-report = { $name }, { $at }
review-report-out = { $line } (withdrawn)
review-stands-on = { $reports ->
    [one] { $reports } report
   *[other] { $reports } reports
}, { $origins ->
    [one] { $origins } independent source
   *[other] { $origins } independent sources
}.
review-choose-figure = A number…
review-choose-report = A report…
review-choose-undo = Take back a decision…
review-decision = #{ $seq }, { $at }: { $what }
review-ask-merge = Which one is it the same as?
review-ask-merge-example = d15, then why
review-choose-merge = The likely ones…
review-merge-line = { $id }, { $date }: { $title }
review-merge-none = Nothing else of its kind and conflict is known of those days.
review-ask-number = The right number
review-ask-number-example = 14, 10-12, 14+ (at least), <60 or ~500; then why
review-sure = Everything that was told of it is taken back in all chats. Are you sure?
review-sure-merge = These two become one, and the later message points to the first. Are you sure?
review-sure-undo = Take this back: { $decision }? The chats that were told hear of it.
review-sure-withdraw = The number is taken back in all chats that were told. Are you sure?
review-sure-retract = All that this report said is taken back, here and elsewhere, in all chats that were told. Are you sure?
review-which-number = Choose the number from the list, or write what it is and the right one: /review correct { $id } killed 14
review-stale = It has changed since that was shown. Please look again.
review-no-number = That is no number. Write 14, 10-12, 14+ (at least), <60 (at most) or ~500 (about).
review-unable = Nothing can be decided here.
review-no-other = Name the other development, such as d15.
review-done-confirm = Confirmed.
review-done-correct = Put right.
review-done-withdraw = Withdrawn.
review-done-hold = Held.
review-done-release = Released.
review-done-refuse = Not to be told.
review-done-merge = Merged.
review-done-split = Split.
review-done-retract = Withdrawn everywhere.
review-done-undo = Taken back.
review-told-nothing = The chats are told nothing of it.
review-told-new = It is told as news.
review-told-update = The message in the chats is brought up to date.
review-told-correction = The chats that were told get a correction.
review-told-pointer = The later message points to the first one.
review-refused-no-development = There is no such development.
review-refused-no-figure = It has no such number.
review-refused-no-report = No such report stands behind it.
review-refused-no-entry = There is no such decision.
review-which-decision = Several decisions stand here: choose one from the list, or name its number.
review-refused-same-development = These two are one already.
review-refused-other-kind = Only developments of one kind and one conflict can be merged.
review-refused-nothing-to-change = That changes nothing: it is so already.
review-refused-cannot-undo = That cannot be taken back: it has been told, or has changed since. Put it right instead.
approval-title = { $id } waits for your approval

## Announcements

announce-title = From the operators of this bot
announce-how = Say something to all chats: /announce and the words. You see it first, and send it by a button.
announce-languages = In several languages: /announce en: … uk: … ru: … Chats in a language that is left out get the first one.
announce-long = That is too long: at most { $count } characters.
announce-preview = { $count ->
    [one] One chat would get this:
   *[other] { $count } chats would get this:
}
announce-in = { $language }:
button-announce-silent = Send without sound
button-announce-loud = Send with sound
button-announce-cancel = Do not send
announce-unknown = There is no such draft.
announce-old = That was written more than a day ago. Write it again.
announce-sent = It is on its way to all chats, once to each.
announce-was-sent = It was sent already, once to each chat.
announce-cancelled = It is not sent.
announce-was-cancelled = It was called off, and is not sent.

## Numbers about the bot

stats-title = How the bot is doing
stats-chats = Chats:
stats-chats-none = none yet
stats-chats-of = { $platform }: { $active } subscribed, { $unsubscribed } unsubscribed or never subscribed, { $gone } gone
stats-deliveries = Deliveries, the last 24 hours:
stats-ended = { $platform }: { $sent } sent, { $failed } failed
stats-at-least = at least { $count }
stats-queue = Queue: { $queued } wait, { $sending } under way, { $unknown } of unknown outcome
stats-waiting = { $platform }: the longest waits for { $span }
stats-repeats = { $count ->
    [one] { $count } possible repeat, ever
   *[other] { $count } possible repeats, ever
}
stats-news = News:
stats-sources = { $count ->
    [one] { $count } source, of which { $failing } failing or silent
   *[other] { $count } sources, of which { $failing } failing or silent
}
stats-process = Process:
stats-process-unknown = nothing is known of it here
stats-version = Version { $version }
stats-memory = Memory: { $megabytes } MB
stats-uptime = Running for { $span }
button-to-sources = Sources
button-to-review = Review
button-to-audit = Audit log

## Audit log

audit-title = What admins did
audit-none = Nothing is in the audit log yet
audit-line = #{ $seq }, { $at }, { $by }: { $what }
audit-line-how = #{ $seq }, { $at }, { $by }: { $what } ({ $how })
audit-change = { $line }. { $change }
audit-ended-by = { $words }, by { $by }
audit-is-done = done
audit-is-refused = changed nothing
audit-is-failed = failed
audit-is-cancelled = called off
audit-is-open = open
audit-is-unknown = begun; its end is not known
audit-report = an error was reported { $subject }
audit-announce = announcement
audit-source-add = follow { $subject }
audit-source-edit = change { $subject }
audit-source-pause = pause { $subject }
audit-source-resume = resume { $subject }
audit-source-remove = remove { $subject }
audit-review-confirm = confirm { $subject }
audit-review-correct = put right { $subject }
audit-review-withdraw = withdraw { $subject }
audit-review-hold = hold { $subject }
audit-review-release = release { $subject }
audit-review-refuse = do not tell { $subject }
audit-review-merge = merge { $subject }
audit-review-split = split { $subject }
audit-review-retract = take a report back { $subject }
audit-review-undo = undo { $subject }

## Sources of single chats

command-sources-own = What single chats follow, those that wait first
command-sources-approve = Let a chat follow a source of its own
command-sources-refuse = Do not let a chat follow a source of its own
option-source-again = again, to decide otherwise than before
own-list-title = { $count ->
    [0] No chat has a source of its own
    [one] One source of a single chat
   *[other] { $count } sources of single chats
}
own-list-line = { $id }: { $name }. { $state }
own-request-title = A chat asks for a source of its own
own-request-from = Chat: { $chat } ({ $platform })
own-request-by = Asked by: { $who }; chat { $chat }
own-request-source = Source: { $name }, { $url }
own-request-refused = This address was refused before: { $when }.
own-request-about = What it reports would be told in that chat only. Until you decide it is not polled.
own-everybodys = It is everybody's source: there is nothing to approve.
own-decided = That was decided already. The buttons here change it.
own-stale = That request is not the one that waits now. This is how it stands.
own-withdrawn = This request was withdrawn.
own-undecided = It is not followed yet: approve or refuse it.
own-approve-done = Approved. The chat hears of it.
own-refuse-done = Refused. The chat hears of it.
source-of-one-chat = Followed for one chat only
button-own-approve = Approve
button-own-refuse = Refuse
audit-source-approve = let a chat follow { $subject }
audit-source-follow = follow { $subject } in a chat of their own
audit-source-refuse = refuse { $subject } to a chat
