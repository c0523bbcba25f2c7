## What Telegram shows of the bot: at most 512 and 120 characters

telegram-description =
    Conflict updates in which every number shows its source: prisoner exchanges, air attacks, casualties, cease-fires, talks.

    Reports of many outlets become one message per development, which is updated as the figures firm up. Press Start: one tap, and you are told here.

    This is not an air-raid siren. In danger follow official alarms.
telegram-short-description = Conflict updates whose every number shows its source. Not an air-raid siren.

## Questions

telegram-question-example = For example: { $example }
telegram-question-reply = Please reply to this message.
telegram-answer-too-long = That is too long. Please answer in at most { $max } characters.
telegram-words-only = I read words only. /help lists what you can ask.
telegram-passed-on = Of what is passed on I take posts of channels: to set your channel up, or to say what became of the news in them. Anything else please write yourself.
telegram-which-chat = Which chat? Choose it below, send its @name, or pass on a post of the channel to me. You must be its administrator.
telegram-added = You added me to “{ $chat }”
telegram-added-here = Once an administrator has subscribed this group, it is told of conflict updates whose every number shows its source.
telegram-subscribe = Subscribe
telegram-choose-channel = Choose a channel
telegram-choose-group = Choose a group

## Buttons

telegram-button-stale = This button no longer works. /help lists what you can ask.
telegram-in-private = I answer this in private: open @{ $bot }.
telegram-press-wait = That is a lot at once. Please try again in { $seconds } s.
telegram-open-bot = Open Tallywire
