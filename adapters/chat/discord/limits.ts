import type { RateLimit } from "../../../src/ports/chat-platform.ts";

/**
 * Discord's limits on what a message may hold, in characters unless said otherwise. We count UTF-16 units,
 * which are never fewer than the characters that Discord may count.
 * https://discord.com/developers/docs/resources/message (create message, embed limits),
 * https://discord.com/developers/docs/components/reference (buttons), read 2026-08-06.
 */
export const messageLimits = {
  content: 2_000,
  embedDescription: 4_096,
  /** Over all embeds of a message together. */
  embedTotal: 6_000,
  embeds: 10,
  buttonLabel: 80,
  customId: 100,
  buttonsPerRow: 5,
  rows: 5,
  options: 25,
  optionLabel: 100,
  placeholder: 150,
  nonce: 25,
  /** Of an attachment, which is its text alternative. */
  description: 1_024,
} as const;

/**
 * Limits of a form.
 * https://discord.com/developers/docs/interactions/receiving-and-responding (modal),
 * https://discord.com/developers/docs/components/reference (label, text input), read 2026-08-06.
 */
export const formLimits = { title: 45, placeholder: 100, answer: 4_000 } as const;

/** Of a thread, and so of a forum's post (https://discord.com/developers/docs/resources/channel, read 2026-08-06). */
export const maxThreadName = 100;

/**
 * Messages of an announcement channel that may be published in an hour. Not documented; what has been seen.
 */
export const publishLimit = { max: 10, perMs: 3_600_000 } as const;

/** Names that a channel or post may be given. Not documented; what Discord's own developers have said: https://github.com/discord/discord-api-docs/issues/1900. */
export const renameLimit = { max: 2, perMs: 600_000 } as const;

/**
 * What paces sending. 50 a second for the whole bot is documented (https://discord.com/developers/docs/topics/rate-limits,
 * read 2026-08-06). 5 in 5 seconds for a channel is not: routes tell their own limits in headers, and this is only what
 * they have been seen to say; a 429 corrects it.
 */
const rateLimits: readonly RateLimit[] = [
  { scope: "all", max: 50, perMs: 1_000 },
  { scope: "chat", max: 5, perMs: 5_000 },
];

/** The limits with their windows `factor` times shorter: 1 for Discord, more for a fake of it that is so much faster. */
export function rateLimitsAt(factor: number): readonly RateLimit[] {
  return rateLimits.map((limit) => ({ ...limit, perMs: limit.perMs / factor }));
}

/**
 * 10,000 answers of 401, 403 or 429 (`shared` ones excepted) within 10 minutes ban the address for a while
 * (https://discord.com/developers/docs/topics/rate-limits, invalid request limit, read 2026-08-06). We pause at half.
 */
export const invalidBudget = { max: 5_000, perMs: 600_000 } as const;

/** An interaction's token dies unless it is answered within this time of its creation (interactions/receiving-and-responding, read 2026-08-06). */
export const interactionLifeMs = 3_000;

/** A call that has no answer after this long is given up; its outcome is unknown. */
export const requestTimeoutMs = 15_000;
