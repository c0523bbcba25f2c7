import { SourceError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import { addressOfWord } from "../poll/channel-address.ts";
import { guarded, newSource } from "../poll/source-form.ts";
import type { CommandCall } from "./context.ts";
import { failureText } from "./failure-text.ts";
import { ownSourceOf, roomLeft } from "./own-sources.ts";
import type { OwnSourceRules } from "./own-view.ts";

/** The source that an address would be for one chat; else why it is none, in words. */
export function wishedSource(
  call: CommandCall,
  { url, chatId, rules }: { readonly url: string; readonly chatId: number; readonly rules: OwnSourceRules },
): Source | string {
  try {
    return ownSourceOf(newSource(addressOfWord(url), {}, guarded(rules)), chatId);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    if (error.code === "private-channel") return call.text("follow-private-channel");
    if (error.code === "bad-url") return call.text("sources-bad-url");
    return failureText(call.text, { code: error.code, text: error.message });
  }
}

/** What is against a source for its chat, as far as that can be known without reading it, in words. Null: nothing. */
export async function wishRefusal(
  call: CommandCall,
  source: Source,
  rules: OwnSourceRules,
): Promise<string | null> {
  const { sources, trials } = call.context.store;
  const chatId = source.ownerChat ?? 0;
  const own = await sources.own(chatId);
  const before = own.find((followed) => followed.source.url === source.url);
  // Asked for again, in case that a kill kept the admins from hearing of it.
  if (before?.state.halt === "waiting") return null;
  if (before?.state.halt === "refused") return call.text("follow-refused", { name: before.source.name });
  if (before !== undefined) return call.text("follow-twice", { name: before.source.name });
  const everybodys = (await sources.list()).find((followed) => followed.source.url === source.url);
  if (everybodys !== undefined) return wishFaultText(call, "followed-by-all", everybodys.source, rules);
  const refusals = (await sources.own()).filter((each) => each.state.halt === "refused");
  if (refusals.some((each) => each.source.ownerChat === chatId && each.source.url === source.url))
    return wishFaultText(call, "own-refused", source, rules);
  const left = roomLeft(own, rules) - (await trials.list(chatId)).length;
  return left <= 0 ? wishFaultText(call, "own-limit", source, rules) : null;
}

/** Why a source is not followed. `code`: what `SourceStore.addOwn` throws. */
export function wishFaultText(
  call: CommandCall,
  code: string,
  { name }: Source,
  { limits }: OwnSourceRules,
): string {
  switch (code) {
    case "followed-by-all":
      return call.text("follow-everybodys", { name });
    case "own-limit":
      return call.text("follow-limit", { count: limits.perChat });
    case "own-refused":
      return call.text("follow-refused", { name });
    case "own-limit-waiting":
      return call.text("follow-limit-waiting");
    case "own-limit-all":
      return call.text("follow-limit-all");
    default:
      return call.text("follow-twice", { name });
  }
}
