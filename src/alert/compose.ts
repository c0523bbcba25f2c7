import type { Alert, AlertChange } from "../model/alert.ts";
import type { Action, Block, Link, Message } from "../model/message.ts";
import { dateFormat } from "../languages/date-format.ts";
import type { Texts } from "../languages/texts.ts";
import { officeByName } from "../languages/offices.ts";
import { textsOf } from "../languages/texts.ts";
import { partiesOf } from "../ledger/sides.ts";
import { partyName } from "../reference/parties.ts";
import { isChartable } from "./chart-kind.ts";
import { placesText } from "./place-text.ts";
import { progressBlocks } from "./progress.ts";
import { figureRows, isFolded } from "./rows.ts";
import { isWithdrawn, stageText, titleOf } from "./title.ts";
import { inCapital, labelText, spanText, speakerText } from "./wording.ts";

export interface ComposeOptions {
  /** BCP-47 primary tag; English for a language without texts. */
  readonly language: string;
  /** IANA name: changes are shown in its hours. */
  readonly timeZone: string;
  /** An earlier attempt's answer never came, so this may be its second showing. */
  readonly isPossibleRepeat: boolean;
  /** The address of the message that a merged one points to. Absent: it has none. */
  readonly pointsTo?: string;
  /** It ends with the id that people and admins type to ask for it. Absent: it does not. */
  readonly isNumbered?: true;
}

/** Changes, links, speakers and parties that one message shows at most. */
const maxChanges = 5;
const maxLinks = 8;
const maxSpeakers = 4;
const maxParties = 4;
/** Moves told in one such line. */
const maxMoves = 4;

/**
 * The message that tells a development as its newest alert has it. `alerts`: those that the chat was not shown yet, newest
 * last, at least one; each later one than the first ever adds a line on what changed. Throws RangeError for an empty list.
 */
export function composeAlert(alerts: readonly Alert[], options: ComposeOptions): Message {
  const newest = alerts.at(-1);
  if (newest === undefined) throw new RangeError("There is no alert to compose.");
  const texts = textsOf(options.language);
  if (newest.mergedInto !== undefined) return pointer(newest, options, texts);
  const changes = alerts.filter((alert) => alert.changes.length > 0).slice(-maxChanges);
  const blocks: readonly (Block | null)[] = [
    ...changes.map((alert) => changeBlock(alert, options, texts)),
    whenAndWhere(newest, texts),
    speakersBlock(newest, texts),
    partiesBlock(newest, texts),
    figuresBlock(newest, texts),
    deniedBlock(newest, texts),
    ...progressBlocks(newest, texts),
    // What was taken back whole rests on nothing.
    isWithdrawn(newest) && newest.sources.length === 0 ? null : sourcesBlock(newest, texts),
    newest.ownerChat === undefined ? null : { kind: "note", text: texts.text("note-own") },
    options.isNumbered === true ? idBlock(newest, texts) : null,
    options.isPossibleRepeat ? { kind: "note", text: texts.text("note-repeat") } : null,
  ];
  return {
    title: titleOf(newest, texts),
    blocks: blocks.filter((block) => block !== null),
    actions: actionsOf(newest, texts),
    language: texts.language,
  };
}

/** A chat's own is asked for by its buttons. */
function idBlock({ development, ownerChat }: Alert, texts: Texts): Block | null {
  return ownerChat === undefined ? { kind: "note", text: texts.text("note-id", { id: development }) } : null;
}

/** What people can ask of what they were told: its sources first. */
function actionsOf(alert: Alert, texts: Texts): readonly Action[] {
  const commands = ["development", ...(isChartable(alert) ? ["chart"] : []), "why", "mute"];
  return commands.map((command) => ({
    command,
    argument: alert.development,
    label: texts.text(`action-${command}`),
  }));
}

/** What stands in the place of a message whose development turned out to be one with another. */
function pointer(alert: Alert, { pointsTo }: ComposeOptions, texts: Texts): Message {
  const into = alert.mergedInto ?? alert.development;
  const link = { label: texts.text("action-merged-message"), url: pointsTo ?? "" };
  return {
    title: titleOf(alert, texts),
    blocks: [
      { kind: "note", text: texts.text("note-merged", { id: into }) },
      ...(pointsTo === undefined ? [] : [{ kind: "sources" as const, text: "", links: [link] }]),
    ],
    actions: [{ command: "development", argument: into, label: texts.text("action-development") }],
    language: texts.language,
  };
}

/** Null: nothing that the title does not say. That no day is known is said where the reader would take it for today. */
function whenAndWhere(alert: Alert, texts: Texts): Block | null {
  const parts = [whenText(alert, texts), placesText(alert, texts)].filter((part) => part !== "");
  return parts.length === 0 ? null : { kind: "text", text: inCapital(parts.join(" · ")) };
}

function whenText({ date, reportedOn, stage }: Alert, texts: Texts): string {
  if (date !== null) return dateText(date, texts.language);
  if (stage !== "done" && stage !== "held") return "";
  if (reportedOn === undefined) return texts.text("date-unknown");
  return texts.text("date-reported", { date: dateText(reportedOn, texts.language) });
}

/** A calendar day, month or year in the reader's language. */
function dateText(date: string, language: string): string {
  const day = date.split("/").at(-1) ?? date;
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC",
    year: "numeric",
    ...(day.length > 4 ? { month: "long" } : {}),
    ...(day.length > 7 ? { day: "numeric" } : {}),
  };
  return dateFormat(language, options).format(new Date(day));
}

/** Who says that it came to this, where no number shows it: stages of talks, truces and delays. */
function speakersBlock(alert: Alert, texts: Texts): Block | null {
  if (alert.figures.length > 0 || alert.speakers.length === 0) return null;
  const names = alert.speakers.slice(0, maxSpeakers).map((speaker) => speakerText(speaker, texts) ?? "");
  return { kind: "text", text: texts.text("said-by", { names: names.join("; ") }) };
}

/** Whom reports of sanctions name, where the war in the title does not: who adopted them and against whom is not read, so nothing is said of that. */
function partiesBlock({ kind, conflict, parties }: Alert, texts: Texts): Block | null {
  const atWar = partiesOf(conflict);
  if (kind !== "sanctions" || conflict === null || parties.every((party) => atWar.includes(party)))
    return null;
  const names = parties.slice(0, maxParties).map((party) => partyName(party, texts.language));
  return { kind: "text", text: texts.text("parties-named", { names: names.join(", ") }) };
}

/** Who denies it stands in the message for as long as it is told. */
function deniedBlock({ denials = [] }: Alert, texts: Texts): Block | null {
  if (denials.length === 0) return null;
  const names = denials.slice(0, maxSpeakers).map((speaker) => speakerText(speaker, texts) ?? "");
  return { kind: "text", text: texts.text("denied-by", { names: names.join("; ") }) };
}

function figuresBlock(alert: Alert, texts: Texts): Block | null {
  const rows = figureRows(alert, texts);
  return rows.length === 0 ? null : { kind: "figures", rows };
}

function changeBlock(alert: Alert, options: ComposeOptions, texts: Texts): Block {
  const { timeZone } = options;
  const time = dateFormat("en", { timeZone, hour: "2-digit", minute: "2-digit" }).format(alert.at);
  return {
    kind: "change",
    text: texts.text(alert.type === "correction" ? "change-corrected" : "change-updated", {
      time,
      changes: changesText(alert, texts),
    }),
  };
}

/** The changes of what the message shows; parts of a number and details only where nothing else moved. */
function changesText(alert: Alert, texts: Texts): string {
  const leading = alert.changes.filter((change) => isLeading(change, alert));
  if (leading.length === 0) return texts.text("change-details");
  const told = leading.slice(0, maxMoves).map((change) => changeText(change, alert, texts));
  const changes = told.join("; ");
  return leading.length > told.length ? texts.text("change-more", { changes }) : changes;
}

function isLeading(change: AlertChange, alert: Alert): boolean {
  if (change.kind !== "figure" || isTakenApart(change, alert)) return true;
  // It is counted otherwise now (with its side, or as the other side counts it): nobody took it back.
  if (change.to === null && alert.figures.some(({ measure }) => measure === change.from?.measure))
    return false;
  const figure = change.to ?? change.from;
  return figure !== null && !isFolded(figure, alert.figures);
}

/** Whether it is another side's number that turned out to be another event's. */
function isTakenApart(change: AlertChange, { changes }: Alert): boolean {
  if (change.kind !== "figure" || change.to !== null || change.from?.isRival !== true) return false;
  return changes.some(({ kind }) => kind === "split");
}

function changeText(change: AlertChange, alert: Alert, texts: Texts): string {
  switch (change.kind) {
    case "figure":
      return figureChangeText(change, alert, texts);
    case "stage":
      return texts.text("change-stage", { stage: stageText({ ...alert, stage: change.to }, texts) });
    case "split":
      return texts.text("change-split");
    case "withdrawn":
      return texts.text("change-retracted");
    case "denied":
      return texts.text(isDenied(change.by, alert) ? "change-refuted" : "change-denied", {
        by: nameText(change.by, texts),
      });
    case "confirmed":
      return texts.text("change-confirmed", { by: nameText(change.by, texts) });
  }
}

/** Whether the party says that it did not happen, and not only that it happened otherwise. */
function isDenied(by: string, { denials = [] }: Alert): boolean {
  return denials.some(({ name }) => name === by);
}

/** Who, in the reader's language; "": nobody who is known by name. */
function nameText(name: string, texts: Texts): string {
  return name === ""
    ? texts.text("change-other-side")
    : (speakerText({ name, side: officeByName(name)?.side ?? null }, texts) ?? name);
}

function figureChangeText(
  { from, to }: Extract<AlertChange, { kind: "figure" }>,
  alert: Alert,
  texts: Texts,
): string {
  const figure = to ?? from;
  if (figure === null) return "";
  const label = labelText(figure, alert, texts);
  if (isTakenApart({ kind: "figure", from, to }, alert))
    return texts.text("change-rival-apart", {
      by: speakerText(figure.by, texts) ?? texts.text("change-other-side"),
      label,
      from: spanText(figure, texts),
    });
  if (to === null) return texts.text("change-withdrawn", { label, from: spanText(figure, texts) });
  if (to.isRival)
    return texts.text("change-rival", {
      by: speakerText(to.by, texts) ?? texts.text("change-other-side"),
      label,
      to: spanText(to, texts),
    });
  if (from === null) return texts.text("change-first", { label, to: spanText(to, texts) });
  return texts.text("change-figure", { label, from: spanText(from, texts), to: spanText(to, texts) });
}

/** How many say so, and through how many outlets where those are not the same: what follows names the outlets. */
function countText(origins: number, outlets: number, texts: Texts): string {
  const sources = texts.text("sources", { n: origins, count: texts.number(origins) });
  if (outlets === 0 || outlets === origins) return sources;
  return texts.text("sources-through", { sources, n: outlets, count: texts.number(outlets) });
}

function sourcesBlock(alert: Alert, texts: Texts): Block {
  const outlets = [...Map.groupBy(alert.sources, ({ label }) => label).values()].flatMap(
    ([first]) => first ?? [],
  );
  const count = countText(alert.origins, outlets.length, texts);
  const isSplit = alert.figures.some((figure) => figure.isRival);
  const text = alert.isConfirmedByBothSides
    ? texts.text("sources-both", { sources: count })
    : isSplit
      ? texts.text("sources-differ", { sources: count })
      : count;
  const links = outlets.slice(0, maxLinks).flatMap((source): readonly Link[] => {
    const label = source.isStateControlled
      ? texts.text("source-state", { name: source.label })
      : source.label;
    return /^https?:/u.test(source.url) ? [{ label, url: source.url }] : [];
  });
  return { kind: "sources", text, links };
}
