import { Routes } from "discord.js";
import type { APIGuild, REST } from "discord.js";
import type { Log } from "../../../src/log.ts";
import type { ChatAddress } from "../../../src/model/chat.ts";
import type { Message } from "../../../src/model/message.ts";
import type { MissingRight } from "../../../src/ports/command.ts";
import type { Channels } from "./channels.ts";
import { drawPlainMessage } from "./drawing.ts";
import { whyOf } from "./outcome.ts";
import type { Rights } from "./rights.ts";

/** A chat that the bot may not write to any more, and what it lacks there; [] when that cannot be told. */
export interface LostChat {
  readonly address: ChatAddress;
  readonly title: string;
  readonly missing: readonly MissingRight[];
}

export interface HintOptions {
  readonly rest: REST;
  readonly log: Log;
  readonly rights: Rights;
  readonly channels: Channels;
  /** The words for a server's admins, in the chat's language. Null: none are to be said. */
  readonly wordHint: (lost: LostChat) => Promise<Message | null>;
}

/**
 * Tells a server's admins that alerts can no longer be told in one of its channels, where they look for such things: the
 * channel for notices to admins and moderators, else the one for notices at all. Never rejects.
 */
export type Hint = (address: ChatAddress) => Promise<void>;

/** Makes the hints. The sender asks for one when a chat is lost, which happens to a chat once. */
export function createHints(options: HintOptions): Hint {
  const { rest, log, rights, channels, wordHint } = options;

  async function give(address: ChatAddress): Promise<void> {
    const facts = channels.known(address.channel) ?? (await channels.ask(address.channel));
    if (facts === null || facts.guildId === null) return;
    const guild = (await rest.get(Routes.guild(facts.guildId))) as APIGuild;
    const places = [guild.public_updates_channel_id, guild.safety_alerts_channel_id, guild.system_channel_id];
    const place = places.find((id) => typeof id === "string" && id !== address.channel);
    if (typeof place !== "string") return;
    const missing = await rights.missingIn(address.channel);
    const message = await wordHint({ address, title: `#${facts.name}`, missing });
    if (message === null) return;
    const nonce = { nonce: `hint-${address.channel}`.slice(0, 25), enforce_nonce: true };
    await rest.post(Routes.channelMessages(place), { body: { ...drawPlainMessage(message), ...nonce } });
  }

  return async (address) => {
    try {
      await give(address);
    } catch (error) {
      log("info", "No hint could be given to a server's admins", {
        channel: address.channel,
        why: whyOf(error),
      });
    }
  };
}
