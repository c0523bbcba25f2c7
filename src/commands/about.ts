import type { DevelopmentId } from "../model/development.ts";
import type { CommandCall } from "./context.ts";

/** The development that the message tells which the call is about. Null: it is about none, or the message tells none here. */
export async function developmentAbout({ invocation, context }: CommandCall): Promise<DevelopmentId | null> {
  const { about, address } = invocation;
  if (about === null) return null;
  const { chats, archive } = context.store;
  const chat = await chats.find(address);
  return chat === null ? null : archive.developmentShownAs(chat.id, about);
}

/** The developments that the message tells which the call is about, a catch-up's in its order. [] for none. */
export async function developmentsAbout({
  invocation,
  context,
}: CommandCall): Promise<readonly DevelopmentId[]> {
  const { about, address } = invocation;
  if (about === null) return [];
  const { chats, archive } = context.store;
  const chat = await chats.find(address);
  return chat === null ? [] : archive.developmentsShownAs(chat.id, about);
}

/** Whether the call is about a message; where that tells no one development, it is a catch-up, a digest, a chart or another's. */
export function isAboutOther({ invocation }: Pick<CommandCall, "invocation">): boolean {
  return invocation.about !== null;
}
