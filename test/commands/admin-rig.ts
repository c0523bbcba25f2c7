/** A bot with two admins and one source, for the tests of what admins may do. */

import type { CommandContext } from "../../src/commands/context.ts";
import type { Message } from "../../src/model/message.ts";
import { makeSource, noon } from "../contract/store/documents.ts";
import { createRig, type Rig } from "./rig.ts";

/** A chat of Telegram. */
export const chatOf = (channel: string) => ({ platform: "telegram", channel, thread: null });
/** Two admins of the bot, each in their own chat, and somebody who is none. */
export const admin = { id: "1", address: chatOf("1") };
export const second = { id: "2", address: chatOf("2") };
export const stranger = { id: "7", address: chatOf("7") };
/** The source that everybody follows. */
export const courier = makeSource();

/** A rig with two admins and one source, the first admin speaking. */
export async function begin(language = "en", fields: Partial<CommandContext> = {}): Promise<Rig> {
  const rig = await createRig({ admins: { telegram: ["1", "2"] }, ...fields });
  rig.become({ ...admin, language });
  await rig.store.sources.add(courier, noon);
  return rig;
}

/** What the buttons of a message are called. */
export const labels = (message: Message): readonly string[] => message.actions.map(({ label }) => label);
/** The audit log, the latest act first, a line each: who, what, to what, before, after, outcome. */
export const trail = async ({ store }: Rig) =>
  (await store.audit.list({ limit: 20 })).map(
    ({ by, act, subject, before, after, outcome }) =>
      `${by} ${act} ${subject} [${before}] [${after}] ${outcome ?? "open"}`,
  );
