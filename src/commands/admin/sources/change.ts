import { SourceError } from "../../../errors.ts";
import { editSource, newSource, type SourceWords } from "../../../poll/source-form.ts";
import type { FollowedSource, SourceStore } from "../../../ports/source-store.ts";
import type { Reply } from "../../../ports/command.ts";
import { plainReply, type CommandCall } from "../../context.ts";
import { failureText } from "../../failure-text.ts";
import { recorderOf } from "../act.ts";
import { auditedSources } from "./audited.ts";
import { findSource, unknownReply } from "./find.ts";
import { tellChat } from "./own.ts";
import { removalReply, sourceReply } from "./panel.ts";

/** /sources add URL [name]: followed from now on. */
export async function addSource(call: CommandCall): Promise<Reply> {
  const { url = "", name } = call.invocation.options;
  const { store, clock, sourceRules } = call.context;
  try {
    const source = newSource(url, name === undefined ? {} : { name }, sourceRules);
    await own(call).add(source, clock.now());
    call.context.poke();
    const { message } = plainReply(call, call.text("sources-added", { id: source.id }), [
      call.text("sources-added-next"),
    ]);
    const followed = await store.sources.find(source.id);
    const actions = followed === null ? [] : sourceReply(call, followed, null).message.actions;
    return { isPrivate: true, message: { ...message, actions } };
  } catch (error) {
    return plainReply(call, faultText(call, error));
  }
}

/** /sources show ID */
export async function showSource(call: CommandCall): Promise<Reply> {
  // Opened from an alarm it is a message of its own.
  const isInPlace = call.words.includes("here");
  return withSource(call, (followed) => Promise.resolve({ ...sourceReply(call, followed, null), isInPlace }));
}

/** /sources pause|resume ID. Paused or resumed twice it is as after once. */
export async function haltSource(call: CommandCall, halt: "paused" | null): Promise<Reply> {
  return withSource(call, async ({ source: { id }, state }) => {
    // What a chat asks for is decided with an entry of its own, and the chat hears of it.
    if (state.halt === "waiting" || state.halt === "refused")
      return again(call, id, call.text("own-undecided"));
    const isDone = await own(call).halt(id, halt, call.context.clock.now());
    if (isDone) call.context.poke();
    return again(call, id, call.text(halt === null ? "sources-resumed" : "sources-paused", { id }));
  });
}

/** /sources remove ID yes; without the last word it is asked for. */
export async function removeSource(call: CommandCall): Promise<Reply> {
  return withSource(call, async (followed) => {
    if (call.words[1] !== "yes") return removalReply(call, followed);
    const { id } = followed.source;
    const isDone = await own(call).remove(id, call.context.clock.now());
    if (isDone) await tellChat(call, followed.source, "own-removed");
    if (isDone) call.context.poke();
    const { message } = plainReply(call, call.text(isDone ? "sources-removed" : "sources-unknown", { id }));
    const back = { command: "sources", argument: "list 1", label: call.text("button-back") };
    return { isPrivate: true, isInPlace: true, message: { ...message, actions: [back] } };
  });
}

/** /sources edit ID FIELD VALUE */
export async function changeSource(call: CommandCall): Promise<Reply> {
  const { clock, sourceRules: rules } = call.context;
  const [, field = "", ...rest] = call.words;
  return withSource(call, async (followed) => {
    const { id } = followed.source;
    const words = wordsFor(field, rest.join(" "));
    if (words === null) return sourceReply(call, followed, call.text("source-edit-how"));
    try {
      const isDone = await editSource(own(call), { id, words, rules, now: clock.now() });
      if (isDone) call.context.poke();
      return await again(call, id, call.text("source-edited"));
    } catch (error) {
      return sourceReply(call, followed, faultText(call, error, field));
    }
  });
}

async function withSource(
  call: CommandCall,
  work: (followed: FollowedSource) => Promise<Reply>,
): Promise<Reply> {
  const [word = ""] = call.words.filter((each) => each !== "here");
  const followed = await findSource(call, word);
  return followed === null ? unknownReply(call, word) : work(followed);
}

/** The sources as who calls changes them: into the audit log. */
function own(call: CommandCall): SourceStore {
  return auditedSources(call.context.store.sources, recorderOf(call));
}

/** The panel as it is after a change. */
async function again(call: CommandCall, id: string, note: string): Promise<Reply> {
  const followed = await call.context.store.sources.find(id);
  return followed === null
    ? plainReply(call, call.text("sources-unknown", { id }))
    : sourceReply(call, followed, note);
}

/** What is to be changed; null: no such field, or a switch that says neither yes nor no. */
function wordsFor(field: string, value: string): SourceWords | null {
  const isOn = value === "yes" ? true : value === "no" ? false : null;
  switch (field) {
    case "urgent":
      return isOn === null ? null : { urgent: isOn };
    case "state":
      return isOn === null ? null : { stateControlled: isOn };
    case "article":
      return isOn === null ? null : { article: isOn };
    case "name":
      return { name: value };
    case "language":
      return { lang: value.toLowerCase() };
    case "side":
      return { side: /^[a-z]{2}$/u.test(value) ? value.toUpperCase() : value };
    case "note":
      return { note: value === "-" ? "" : value };
    case "url":
      return { url: value };
    default:
      return null;
  }
}

/** Why it was not done, in the reader's language. Throws what is no word of a person's. */
function faultText(call: CommandCall, error: unknown, field = ""): string {
  if (!(error instanceof SourceError)) throw error;
  if (error.code === "bad-url") return call.text("sources-bad-url");
  if (error.code === "followed-by-all") return call.text("failure-source-exists");
  if (error.code === "bad-source" && field !== "") return call.text(`source-bad-${field}`);
  return failureText(call.text, { code: error.code, text: error.message });
}
