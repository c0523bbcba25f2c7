import type { FollowedSource } from "../../../ports/source-store.ts";
import type { Reply } from "../../../ports/command.ts";
import { plainReply, type CommandCall } from "../../context.ts";
import { fromShortKey, isHashKey } from "../../short-key.ts";

/** The followed source, everybody's or a chat's own, that a word names: by its id, or as buttons do. Null: none is followed. */
export async function findSource({ context }: CommandCall, word: string): Promise<FollowedSource | null> {
  const { sources } = context.store;
  const known = word === "" ? null : await sources.find(word);
  if (known !== null || !/^[\x21-\x7e]{1,60}$/u.test(word)) return known;
  const followed = [...(await sources.list()), ...(await sources.own())];
  const id = fromShortKey(
    word,
    followed.map(({ source }) => source.id),
  );
  return followed.find(({ source }) => source.id === id) ?? null;
}

/** No source is named so. What a button named was there: it has been withdrawn, and its key says nothing to anybody. */
export function unknownReply(call: CommandCall, word: string): Reply {
  return plainReply(
    call,
    isHashKey(word) ? call.text("own-withdrawn") : call.text("sources-unknown", { id: word }),
  );
}
