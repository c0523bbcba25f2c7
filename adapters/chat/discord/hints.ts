import { Routes } from "discord.js";
import type { APIGuild, REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { Message } from "../../../src/model/message.ts";
import type { MissingRight } from "../../../src/ports/command.ts";
import type { ChannelFacts } from "./channel-kind.ts";
import type { Channels } from "./channels.ts";
import { drawPlainMessage } from "./drawing.ts";
import type { CommandMentions } from "./mentions.ts";
import { whyOf } from "./outcome.ts";
import { isHiding, type Rights } from "./rights.ts";
import { noticeChannelsOf, type Servers } from "./servers.ts";

/** A chat that the bot may not write to any more, and what it lacks there; [] when that cannot be told. */
export interface LostChat {
  readonly address: ChatAddress;
  readonly title: string;
  readonly missing: readonly MissingRight[];
}

export interface HintOptions {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  readonly rights: Rights;
  readonly channels: Channels;
  readonly noticeChannels: Servers["noticeChannels"];
  readonly mentions: CommandMentions;
  /** Ends what waits. */
  readonly end: AbortSignal;
  /** The words for a server's admins, in the chat's language. Null: none are to be said. */
  readonly wordHint: (lost: LostChat) => Promise<Message | null>;
}

/**
 * Tells a server's admins that alerts can no longer be told in one of its channels, where they look for such things: the
 * channel for notices to admins and moderators, else the one for notices at all. `code`: with which a call there was refused; null: with none.
 * A channel that we cannot see is asked nothing more, nor is its server: each answer would be one more refused call. Never rejects.
 */
export type Hint = (address: ChatAddress, code: number | null) => Promise<void>;

/** A channel is hidden from us also when we were removed from its server: the gateway says so at about the same time. */
const removalMs = 2_000;

/** Makes the hints. The sender asks for one when a chat is lost, which happens to a chat once. */
export function createHints(options: HintOptions): Hint {
  const { rest, clock, log, rights, channels, noticeChannels, end, wordHint } = options;

  /** What is known of the channel; null: not enough to tell anybody of it. */
  async function look(channel: string, isHidden: boolean): Promise<ChannelFacts | null> {
    if (isHidden) await clock.sleep(removalMs, end);
    const known = channels.known(channel);
    return known === null && !isHidden ? channels.ask(channel) : known;
  }

  async function placesIn(guildId: string, isHidden: boolean): Promise<readonly string[]> {
    const known = noticeChannels(guildId);
    if (known !== null) return known;
    return isHidden ? [] : noticeChannelsOf((await rest.get(Routes.guild(guildId))) as APIGuild);
  }

  async function give(address: ChatAddress, isHidden: boolean): Promise<void> {
    const facts = await look(address.channel, isHidden);
    if (facts === null || facts.guildId === null || end.aborted) return;
    const places = await placesIn(facts.guildId, isHidden);
    const place = places.find((id) => id !== address.channel);
    if (place === undefined) return;
    const missing: readonly MissingRight[] | null = isHidden
      ? ["see"]
      : await rights.missingIn(address.channel);
    const message = await wordHint({ address, title: `#${facts.name}`, missing: missing ?? [] });
    if (message === null) return;
    const nonce = { nonce: `hint-${address.channel}`.slice(0, 25), enforce_nonce: true };
    await rest.post(Routes.channelMessages(place), {
      body: { ...options.mentions.in(drawPlainMessage(message)), ...nonce },
    });
  }

  return async (address, code) => {
    try {
      await give(address, isHiding(code));
    } catch (error) {
      log("info", "No hint could be given to a server's admins", {
        channel: address.channel,
        why: whyOf(error),
      });
    }
  };
}
