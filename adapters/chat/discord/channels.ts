import { Routes } from "discord.js";
import type { REST } from "discord.js";
import { readChannelFacts, type ChannelFacts } from "./channel-kind.ts";

/** What is known of channels. */
export interface Channels {
  /** From the gateway, else from what was asked before; null: not known. */
  known(channelId: string): ChannelFacts | null;
  /** Asks Discord. Null: the answer was none. Throws what the call throws. */
  ask(channelId: string, signal?: AbortSignal): Promise<ChannelFacts | null>;
}

const maxKept = 1_000;

/** Makes the knowledge. `fromGateway`: null for what the gateway has not told, or while there is none. */
export function createChannels(
  rest: REST,
  fromGateway: (channelId: string) => ChannelFacts | null,
): Channels {
  /** Asked for only where a channel was not what it seemed, so that few are kept. */
  const asked = new Map<string, ChannelFacts>();
  return {
    known: (channelId) => fromGateway(channelId) ?? asked.get(channelId) ?? null,
    async ask(channelId, signal) {
      const answer = await rest.get(Routes.channel(channelId), signal === undefined ? {} : { signal });
      const facts = readChannelFacts(answer);
      const oldest = asked.size < maxKept ? undefined : asked.keys().next().value;
      if (oldest !== undefined) asked.delete(oldest);
      if (facts !== null) asked.set(channelId, facts);
      return facts;
    },
  };
}
