import { Routes } from "discord.js";
import type { APIUser, REST } from "discord.js";

/** Who the bot is: the gateway tells it, and calls may be made before that. */
export interface Identity {
  /** The bot's own user id; null: not known yet. */
  readonly known: () => string | null;
  /** Likewise, asked of Discord where it is not known. Throws what the call throws. */
  readonly sure: () => Promise<string>;
  /** Asks Discord for the bot's name. Throws what the call throws. */
  readonly name: (signal: AbortSignal) => Promise<string>;
}

/** Makes the knowledge. `fromGateway`: what the gateway told; null before the first session. */
export function createIdentity(rest: REST, fromGateway: () => string | null): Identity {
  let asked: string | null = null;
  const known = (): string | null => fromGateway() ?? asked;

  async function ask(options: { readonly signal?: AbortSignal } = {}): Promise<APIUser> {
    const me = (await rest.get(Routes.user(), options)) as APIUser;
    asked = me.id;
    return me;
  }

  return {
    known,
    sure: async () => known() ?? (await ask()).id,
    name: async (signal) => (await ask({ signal })).username,
  };
}
