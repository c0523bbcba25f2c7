import type { Source } from "../../../model/source.ts";
import type { Action, Ask, Message } from "../../../model/message.ts";
import { partyName } from "../../../reference/parties.ts";
import type { FollowedSource } from "../../../ports/source-store.ts";
import type { Reply } from "../../../ports/command.ts";
import type { CommandCall } from "../../context.ts";
import { momentText, spanWords } from "../../moments.ts";
import { shortKey } from "../../short-key.ts";
import { sourceStateText } from "../../source-state.ts";
import { decisionActions } from "./own-buttons.ts";

/** Fields that are yes or no, by the word for them. */
export const switches = {
  urgent: "isUrgent",
  state: "isStateControlled",
  article: "wantsArticle",
} as const satisfies Record<string, keyof Source>;

/** Fields of words, with how long they may be. */
const written = { name: 100, language: 10, side: 50, note: 500, url: 500 } as const;

/** One source as an admin works on it: how it does, what is set, and a button for each thing to change. `note`: what was just done. */
export function sourceReply(call: CommandCall, followed: FollowedSource, note: string | null): Reply {
  const { source } = followed;
  const lines = [...healthLines(call, followed), ...fieldLines(call, source)];
  const message: Message = {
    title: call.text("source-panel-title", { name: source.name, id: source.id }),
    blocks: [
      ...(note === null ? [] : [{ kind: "text" as const, text: note }]),
      { kind: "text", text: sourceStateText(call.text, followed, call.context.clock.now()) },
      { kind: "list", items: lines.map((text) => ({ text, link: null })) },
      { kind: "sources", text: call.text("source-link"), links: [{ label: source.url, url: source.url }] },
    ],
    actions: actionsFor(call, followed),
    language: call.language,
  };
  return { isPrivate: true, isInPlace: true, message };
}

/** Asked once more before a source goes. */
export function removalReply(call: CommandCall, { source }: FollowedSource): Reply {
  const key = shortKey(source.id);
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title: call.text("source-remove-title", { name: source.name, id: source.id }),
      blocks: [{ kind: "text", text: call.text("source-remove-about") }],
      actions: [
        { command: "sources", argument: `remove ${key} yes`, label: call.text("button-remove-source") },
        { command: "sources", argument: `show ${key} here`, label: call.text("button-back") },
      ],
      language: call.language,
    },
  };
}

function healthLines(call: CommandCall, { state }: FollowedSource): readonly string[] {
  const at = (moment: number | null): string =>
    moment === null ? call.text("source-never") : momentText(moment, call);
  const isFailing = state.failures > 0 && state.firstFailureAt !== null;
  return [
    call.text("source-last-success", { at: at(state.lastSuccessAt) }),
    call.text("source-last-item", { at: at(state.lastNewItemAt) }),
    ...(state.usualGapMs === null
      ? []
      : [call.text("source-usual-gap", { span: spanWords(call, state.usualGapMs) })]),
    ...(isFailing
      ? [call.text("source-failing-since", { at: at(state.firstFailureAt), count: state.failures })]
      : []),
    ...(state.halt === null ? [call.text("source-next-poll", { at: at(state.dueAt) })] : []),
    ...(state.movedTo === null ? [] : [call.text("source-moving", { url: state.movedTo.url })]),
  ];
}

function fieldLines(call: CommandCall, source: Source): readonly string[] {
  const { language } = call;
  const tag = source.lang;
  const lang = tag === null ? call.text("source-language-detected") : tag;
  const side = source.side === null ? call.text("source-side-none") : partyName(source.side, language);
  return [
    call.text("source-field-language", { value: lang }),
    call.text("source-field-side", { value: side }),
    ...Object.entries(switches).map(([word, field]) =>
      call.text(`source-field-${word}`, {
        value: call.text(source[field] === true ? "word-yes" : "word-no"),
      }),
    ),
    ...(source.ownerChat === undefined ? [] : [call.text("source-of-one-chat")]),
    ...(source.note === "" ? [] : [call.text("source-field-note", { value: source.note })]),
  ];
}

/** Buttons say what is to be, not "the other": pressed twice or late they do nothing more. */
function actionsFor(call: CommandCall, followed: FollowedSource): readonly Action[] {
  const { source, state } = followed;
  const key = shortKey(source.id);
  const action = (argument: string, label: string): Action => ({ command: "sources", argument, label });
  const isOwn = source.ownerChat !== undefined;
  const isDecided = state.halt !== "waiting" && state.halt !== "refused";
  const flips = Object.entries(switches).map(([word, field]) => {
    const isOn = source[field] === true;
    return action(
      `edit ${key} ${word} ${isOn ? "no" : "yes"}`,
      call.text(`button-source-${word}-${isOn ? "off" : "on"}`),
    );
  });
  const asks = Object.entries(written).map(([field, maxLength]) => ({
    ...action(`edit ${key} ${field}`, call.text(`button-source-${field}`)),
    ask: askFor(call, field, maxLength),
  }));
  const halts =
    state.halt === null
      ? action(`pause ${key}`, call.text("button-source-pause"))
      : action(`resume ${key}`, call.text("button-source-resume"));
  return [
    ...(isOwn ? decisionActions(call, followed) : []),
    ...(isDecided ? [halts] : []),
    ...flips,
    ...asks,
    action(`test ${key}`, call.text("button-source-test")),
    action(`remove ${key}`, call.text("button-source-remove")),
    action(isOwn ? "own 1" : "list 1", call.text("button-back")),
  ];
}

function askFor(call: CommandCall, field: string, maxLength: number): Ask {
  return {
    title: call.text(`button-source-${field}`),
    example: call.text(`source-example-${field}`),
    maxLength,
  };
}
