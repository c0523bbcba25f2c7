import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { DevelopmentId } from "../model/development.ts";
import type { Action } from "../model/message.ts";
import type { CommandCall } from "./context.ts";
import { snapshotOf } from "./evidence.ts";
import { placeWord } from "./place-word.ts";

/** So many stand in a panel, with a button each; the newest ones. */
const maxListed = 8;
/** With the word before it a label fits Discord's 80 characters. */
const maxTitle = 50;

interface Muted {
  readonly id: DevelopmentId;
  readonly title: string;
}

/** The developments that the chat of the call has muted, the last muted first. What is not known any more is left out. */
export async function listMuted(
  call: CommandCall,
  muted: readonly DevelopmentId[],
): Promise<readonly Muted[]> {
  const listed = new Map<DevelopmentId, string>();
  for (const id of muted.toReversed()) {
    if (listed.size >= maxListed) break;
    const development = await call.context.store.ledger.development(id);
    if (development === null || listed.has(development.id)) continue;
    listed.set(development.id, titleOf(await snapshotOf(call, development), textsOf(call.language)));
  }
  return [...listed].map(([id, title]) => ({ id, title }));
}

/** What stays muted without a development, under whichever of its ids it was muted: those that were merged are one. */
export async function mutedWithout(
  call: CommandCall,
  muted: readonly DevelopmentId[],
  id: DevelopmentId,
): Promise<readonly DevelopmentId[]> {
  const { ledger } = call.context.store;
  const meant = (await ledger.development(id))?.id ?? id;
  const left: DevelopmentId[] = [];
  for (const other of muted) {
    const isMeant = other === id || (await ledger.development(other))?.id === meant;
    if (!isMeant) left.push(other);
  }
  return left;
}

/** Whether the chat of the call has muted a development. */
export function isMutedHere({ chat }: CommandCall, id: DevelopmentId): boolean {
  return chat?.state === "active" && chat.subscription.mutedDevelopments.includes(id);
}

/** Ends the mute of one development. `title`: where several such buttons stand; absent: it is clear which one is meant. */
export function unmuteAction(call: CommandCall, id: DevelopmentId, title?: string): Action {
  const place = call.elsewhere === null ? [] : [placeWord(call.place)];
  const characters = Array.from(title ?? "");
  const short =
    characters.length <= maxTitle
      ? title
      : `${characters
          .slice(0, maxTitle - 1)
          .join("")
          .trimEnd()}…`;
  return {
    command: "unmute",
    argument: [id, ...place].join(" "),
    label:
      short === undefined ? call.text("button-unmute") : call.text("button-unmute-one", { title: short }),
  };
}
