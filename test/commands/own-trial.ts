import type { SourceTrial, TrySource } from "../../src/commands/admin/abilities.ts";
import type { OwnSourceRules } from "../../src/commands/own-view.ts";
import { makeReport } from "../contract/store/documents.ts";

/** What tests let chats follow by themselves. */
export const askingFirst: OwnSourceRules = { mode: "approval", limits: { perChat: 2, inAll: 9 } };

/** Reads nothing: an address with "broken" in it cannot be read, every other one is The Harbour Post, with one item. */
export const tried: TrySource = (source) => Promise.resolve(trialOf(source.url.includes("broken")));

function trialOf(isBroken: boolean): SourceTrial {
  return {
    reports: isBroken ? [] : [makeReport({ title: "Three ships left the invented harbour" })],
    alerts: [],
    fault: isBroken ? { code: "not-a-feed", text: "That is no feed." } : null,
    title: isBroken ? null : "The Harbour Post",
    usualGapMs: null,
    intervalMs: 1_800_000,
    movedTo: null,
  };
}
