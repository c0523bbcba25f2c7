import { SourceError } from "../errors.ts";
import type { Source } from "../model/source.ts";
import type { Reply } from "../ports/command.ts";
import type { SourceTrial } from "./admin/abilities.ts";
import { recorded, recorderOf } from "./admin/act.ts";
import { askAdmins } from "./admin/sources/own.ts";
import { trialBlocks } from "./admin/sources/test-source.ts";
import { isAdmin, plainReply, type CommandCall } from "./context.ts";
import { failureText } from "./failure-text.ts";
import { wishFaultText } from "./follow-wish.ts";
import { ownRulesOf, unfollowAction } from "./own-sources.ts";
import type { OwnSourceRules } from "./own-view.ts";
import { refusedBefore } from "./refused-before.ts";

const maxName = 100;

/** Who must agree to a source of one chat. */
export interface Consent {
  /** The bot's admins are asked. */
  readonly isAsked: boolean;
  /** One of them wishes it, where anybody else's wish would wait for them: that is their decision, and stands in the audit log. */
  readonly isTheirs: boolean;
  /** When they refused the address to some chat, epoch milliseconds; null: they have not, or agreed since. */
  readonly refusedAt: number | null;
}

/**
 * What one of the bot's admins follows somewhere is looked at thereby. An address that admins have refused needs them also where nobody else is asked:
 * a chat that is forgotten and subscribed anew is another one.
 */
export async function consentFor(call: CommandCall, url: string, { mode }: OwnSourceRules): Promise<Consent> {
  const refusedAt = await refusedBefore(call.context.store.audit, url);
  const needsThem = mode === "approval" || refusedAt !== null;
  const isTheirs = needsThem && isAdmin(call.context, call.invocation.user);
  return { isAsked: needsThem && !isTheirs, isTheirs, refusedAt };
}

/** What a chat's wish comes to once its source was read: it is followed, the bot's admins are asked, or why not. Said again it does no more. */
export async function decideWish(call: CommandCall, wished: Source, trial: SourceTrial): Promise<Reply> {
  const rules = ownRulesOf(call.context);
  if (rules === null) return plainReply(call, call.text("follow-off"));
  if (trial.fault?.code === "busy") return plainReply(call, call.text("follow-busy"));
  if (trial.fault !== null) return plainReply(call, failedText(call, wished, trial.fault));
  const { sources } = call.context.store;
  const source = { ...wished, name: nameOf(trial, wished) };
  const before = await sources.find(source.id);
  const consent = await consentFor(call, source.url, rules);
  const isAsked = before === null ? consent.isAsked : before.state.halt === "waiting";
  if (isAsked && (call.context.adminChats ?? []).length === 0)
    return plainReply(call, wishFaultText(call, "own-refused", source, rules));
  try {
    if (before === null || before.state.halt === "refused")
      await add(call, { source, rules, consent, isAsked });
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return plainReply(call, wishFaultText(call, error.code, source, rules));
  }
  if (isAsked) await askAdmins(call, { source, trial, refusedAt: consent.refusedAt });
  call.context.poke();
  return followedReply(call, { source, trial, isAsked });
}

interface Added {
  readonly source: Source;
  readonly rules: OwnSourceRules;
  readonly consent: Consent;
  readonly isAsked: boolean;
}

/** Throws SourceError where there is no room. */
async function add(call: CommandCall, { source, rules, consent, isAsked }: Added): Promise<void> {
  const { store, clock } = call.context;
  const work = () => store.sources.addOwn(source, isAsked ? "waiting" : null, rules.limits, clock.now());
  if (!consent.isTheirs) return work();
  const act = { act: "source.follow", subject: source.id, after: source.url };
  await recorded(recorderOf(call), act, async () => ({ result: await work(), outcome: "done" }));
}

/** It names the source: what was asked may be a minute ago. */
function failedText(call: CommandCall, { name }: Source, fault: NonNullable<SourceTrial["fault"]>): string {
  return call.text("follow-failed", { name, why: failureText(call.text, fault) });
}

function followedReply(
  call: CommandCall,
  of: { readonly source: Source; readonly trial: SourceTrial; readonly isAsked: boolean },
): Reply {
  const { source, trial, isAsked } = of;
  const { name } = source;
  // Where others read along, an address stands nowhere: it may hold a secret.
  const shown = call.invocation.isDirect ? trial : { ...trial, movedTo: null };
  return {
    isPrivate: true,
    message: {
      title: call.text(isAsked ? "followed-title-waiting" : "followed-title", { name }),
      blocks: [
        { kind: "text", text: call.text(isAsked ? "followed-waiting" : "followed-about") },
        ...trialBlocks(call, shown),
      ],
      actions: [unfollowAction(call, source)],
      language: call.language,
    },
  };
}

/** What it calls itself, where that is a name. */
function nameOf({ title }: SourceTrial, { name }: Source): string {
  const line = (title ?? "").replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line === "" ? name : line.slice(0, maxName);
}
