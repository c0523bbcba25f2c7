import { alertOf } from "../alert/alert-of.ts";
import { areOneStory } from "../alert/one-story.ts";
import { defaultPolicy } from "../alert/policy.ts";
import { inCapital, labelText, saidBy, spanText } from "../alert/wording.ts";
import { measureNames } from "../measures.ts";
import { textsOf } from "../languages/texts.ts";
import { pointOf } from "../ledger/counts.ts";
import { standingPart } from "../ledger/ruling.ts";
import type { Alert } from "../model/alert.ts";
import type { Attribution, Claim, Development, LedgerFigure, Operation } from "../model/development.ts";
import type { Block, Link, ListItem } from "../model/message.ts";
import { ownLedgersFrom } from "../ports/ledger-store.ts";
import type { CommandCall } from "./context.ts";
import { momentText } from "./moments.ts";
import { outletsAmong } from "../ledger/origin.ts";
import type { Quotable } from "./whole-sentence.ts";

/** A development that somebody asks about, with what an alert would tell of it now. */
export interface AskedDevelopment {
  /** What stands of it: what a review took out is left out. */
  readonly development: Development;
  readonly alert: Alert;
  /** With what a review took out. Absent: it is not asked about. */
  readonly whole?: Development;
}

/** The development of an id, merged ones followed. Null: the word is no id, or there is none. */
export async function findDevelopment(call: CommandCall, id: string): Promise<AskedDevelopment | null> {
  if (!/^d\d{1,12}$/u.test(id)) return null;
  const { ledger } = call.context.store;
  const development = await ledger.development(id);
  if (development === null) return null;
  return {
    development: standingPart(development),
    alert: await snapshotOf(call, development),
    whole: development,
  };
}

/**
 * What is said where `findDevelopment` found none. An id as single chats' own developments have it says by itself, whether there is such a one or not,
 * that it can be known in its chat only.
 */
export function unknownDevelopment(call: Pick<CommandCall, "text">, id: string): string {
  const isOwn = /^d\d{1,12}$/u.test(id) && Number(id.slice(1)) >= ownLedgersFrom;
  return call.text(isOwn ? "development-elsewhere" : "development-unknown");
}

/** What was made last of a state: people look for the same ones, and a store hands out the same object as long as it is true. */
const snapshots = new WeakMap<Development, { readonly operation: Operation | null; readonly alert: Alert }>();

/** What an alert would tell of a development as it stands, told or not. */
export async function snapshotOf(
  { context }: Pick<CommandCall, "context">,
  development: Development,
): Promise<Alert> {
  const { operation: id, reports, lastSeenAt } = development;
  const operation = id === null ? null : await context.store.ledger.operation(id);
  const { own } = context;
  const isOwn = own !== undefined && (await own.ledger.development(development.id)) !== null;
  const known = snapshots.get(development);
  const operations = operation === null ? [] : [operation];
  const alert =
    known?.operation === operation
      ? known.alert
      : alertOf(development, {
          type: "new",
          isLoud: false,
          changes: isGone(development) ? [{ kind: "withdrawn", by: "" }] : [],
          reports,
          operations,
          now: lastSeenAt,
          policy: context.policy ?? defaultPolicy,
        });
  snapshots.set(development, { operation, alert });
  return isOwn ? { ...alert, ownerChat: own.chatId } : alert;
}

/** Whether it was told, and a review took all of it back. */
function isGone(development: Development): boolean {
  const { told, stages, figures } = standingPart(development);
  return told !== null && stages.length === 0 && figures.every(({ leading }) => leading === null);
}

/** What the chat's own sources say of a development that everybody's ledger tells; [] where it has none, or asks for its own. */
export async function ownEvidence(
  call: CommandCall,
  { alert }: AskedDevelopment,
): Promise<readonly AskedDevelopment[]> {
  const { own } = call.context;
  if (own === undefined || alert.ownerChat !== undefined) return [];
  const near = await own.ledger.developments({ kinds: [alert.kind], limit: lookedThrough });
  const asked = await Promise.all(
    near.map(async (development) => ({ development, alert: await snapshotOf(call, development) })),
  );
  return asked.filter((each) => areOneStory(each.alert, alert));
}

/** A chat has few developments of its own. */
const lookedThrough = 100;

/** Claims side by side: each number with who says it, what leads first. At most `limit` lines. */
export function claimLines(
  call: CommandCall,
  { development, alert }: AskedDevelopment,
  limit: number,
): { readonly items: readonly ListItem[]; readonly rest: number } {
  const figures = development.figures
    .filter((figure) => standing(figure).length > 0)
    .toSorted((a, b) => measureNames.indexOf(a.measure) - measureNames.indexOf(b.measure));
  const items = figures.flatMap((figure) => figureLines(call, figure, alert));
  return { items: items.slice(0, limit), rest: Math.max(0, items.length - limit) };
}

/** What was taken back by a review, marked so, with the sentences in which it had been said. */
export function withdrawnLines(
  call: CommandCall,
  { whole, alert }: AskedDevelopment,
): { readonly items: readonly ListItem[]; readonly sentences: readonly Quotable[] } {
  const isOut = ({ isWithdrawn }: { readonly isWithdrawn?: boolean }): boolean => isWithdrawn === true;
  const figures = (whole?.figures ?? []).map((figure) => ({
    ...figure,
    claims: figure.claims.filter((claim) => isOut(claim) && isHeard(claim)),
  }));
  const items = figures.flatMap(({ claims, ...figure }) => {
    const told = claims.map((claim): Claim => ({ ...claim, isWithdrawn: false }));
    return figureLines(call, { ...figure, claims: told, leading: null }, alert);
  });
  const marked = items.map(({ text, link }) => ({
    text: call.text("review-report-out", { line: text }),
    link,
  }));
  const sentences = [...figures.flatMap(({ claims }) => claims), ...(whole?.stages ?? []).filter(isOut)];
  return { items: marked, sentences: eachOnce(sentences) };
}

function standing(figure: LedgerFigure): readonly Claim[] {
  return figure.claims.filter(({ isWithdrawn }) => isWithdrawn !== true);
}

/** Who gives the same number is one line. */
function figureLines(call: CommandCall, figure: LedgerFigure, alert: Alert): readonly ListItem[] {
  const texts = textsOf(call.language);
  const label = labelText(figure, alert, texts);
  const { leading } = figure;
  const groups = [
    ...Map.groupBy(
      standing(figure),
      (claim) => `${spanText(claim, texts)} ${claim.by?.name ?? claim.outlet.name}`,
    ).values(),
  ];
  const isLeading = (claims: readonly Claim[]) =>
    leading !== null && claims.some((claim) => isSameClaim(claim, leading));
  return groups
    .toSorted(
      (a, b) => Number(isLeading(b)) - Number(isLeading(a)) || (a[0]?.seenAt ?? 0) - (b[0]?.seenAt ?? 0),
    )
    .flatMap((claims) => {
      const [first] = claims;
      if (first === undefined) return [];
      const said = saidBy({ by: first.by, isReviewed: isReviewers(first) }, texts);
      const line = call.text("claim-line", {
        label,
        number: spanText(first, texts),
        by: said === null ? outletLabel(call, first) : inCapital(said),
        at: momentText(first.seenAt, call),
      });
      const outlets = outletsAmong(claims);
      const counted = outlets > 1 ? call.text("claim-outlets", { line, count: outlets }) : line;
      const text =
        isLeading(claims) && groups.length > 1 ? call.text("claim-leading", { line: counted }) : counted;
      return [{ text, link: linkOf(call, first) }];
    });
}

function isSameClaim(a: Claim, b: Claim): boolean {
  return a.reportId === b.reportId && a.evidence === b.evidence && a.low === b.low && a.high === b.high;
}

/** An outlet's name, marked when a state controls it. */
export function outletLabel(
  call: Pick<CommandCall, "text">,
  { outlet, isStateControlled }: Pick<Attribution, "outlet" | "isStateControlled">,
): string {
  return isStateControlled ? call.text("source-state", { name: outlet.name }) : outlet.name;
}

function linkOf(call: Pick<CommandCall, "text">, claim: Attribution): Link | null {
  return /^https?:/u.test(claim.url) ? { label: outletLabel(call, claim), url: claim.url } : null;
}

/** A sentence of a report with where it stands. */
export function quoteOf(
  call: Pick<CommandCall, "text">,
  claim: Attribution & { readonly evidence: string },
): Block {
  // A report without an address has its outlet's name all the same.
  const source = linkOf(call, claim);
  const text =
    source === null
      ? call.text("quote-unlinked", { quote: claim.evidence, name: outletLabel(call, claim) })
      : claim.evidence;
  return { kind: "quote", text, source };
}

/** Whether an admin put it right or checked it. */
export function isReviewers({ review }: Claim): boolean {
  return review !== undefined;
}

function isHeard(claim: Claim): boolean {
  return !isReviewers(claim);
}

/**
 * The claim whose sentence stands behind one that is shown: an admin's own word was published nowhere, and why it was given is nobody else's. Null:
 * nobody was heard to say that number.
 */
export function heardClaim(figure: LedgerFigure, claim: Claim): Claim | null {
  if (isHeard(claim)) return claim;
  const same = standing(figure).filter((other) => isHeard(other) && pointOf(other) === pointOf(claim));
  return same.find(({ by }) => by?.name === claim.by?.name) ?? same[0] ?? null;
}

/** Every sentence behind a development, each once, as they were seen. What admins put right was never published. */
export function sentencesOf(development: Development): readonly Quotable[] {
  const { figures, stages, denials = [] } = development;
  const heard = figures.flatMap((figure) =>
    standing(figure)
      .filter(isHeard)
      .map((claim): Quotable => ({ ...claim, measure: figure.measure })),
  );
  // A sentence that several numbers stand in is one of a number with a speaker where there is one.
  const spoken = heard.toSorted((a, b) => Number(b.by != null) - Number(a.by != null));
  const all: readonly Quotable[] = [...spoken, ...stages, ...denials];
  return eachOnce(all).toSorted((a, b) => a.seenAt - b.seenAt);
}

/** A claim, and behind it those that stand with the same number of the same speaker; only itself where no speaker is named. */
export function alikeOf(figure: LedgerFigure, claim: Claim): readonly [Claim, ...Claim[]] {
  const { by } = claim;
  if (by === null) return [claim];
  const isAlike = (other: Claim): boolean =>
    other !== claim && isHeard(other) && other.by?.name === by.name && pointOf(other) === pointOf(claim);
  return [claim, ...standing(figure).filter(isAlike)];
}

/** Each sentence of a report once, empty ones left out. */
export function eachOnce<C extends Pick<Claim, "reportId" | "evidence">>(claims: readonly C[]): readonly C[] {
  const seen = new Set<string>();
  return claims.filter(({ reportId, evidence }) => {
    const key = `${reportId} ${evidence}`;
    return evidence === "" || seen.has(key) ? false : seen.add(key);
  });
}

/** The claims that an alert's numbers rest on, in its order: those that lead, and the rivals beside them. */
export function shownClaims({ development, alert }: AskedDevelopment): readonly {
  readonly figure: LedgerFigure;
  readonly claim: Claim;
}[] {
  return alert.figures.flatMap((told) => {
    const figure = development.figures.find(
      ({ measure, side, group, weapon, scope }) =>
        measure === told.measure &&
        side === told.side &&
        group === told.group &&
        weapon === told.weapon &&
        scope === told.scope,
    );
    if (figure === undefined) return [];
    const claims = told.isRival ? figure.rivals : figure.leading === null ? [] : [figure.leading];
    const claim = claims.find(({ low, high }) => low === told.low && high === told.high) ?? claims[0];
    return claim === undefined ? [] : [{ figure, claim }];
  });
}
