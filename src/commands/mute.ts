import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Action, Block } from "../model/message.ts";
import type { DevelopmentId } from "../model/development.ts";
import type { Subscription } from "../model/subscription.ts";
import type { Reply } from "../ports/command.ts";
import { developmentAbout } from "./about.ts";
import { changeSubscription, notSubscribedReply } from "./change.ts";
import { readDuration } from "./clock-words.ts";
import {
  describe,
  textOption,
  whereOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { snapshotOf, unknownDevelopment } from "./evidence.ts";
import { momentText } from "./moments.ts";
import { listMuted, mutedWithout, unmuteAction } from "./muted-developments.ts";
import { otherTitle, placeWord } from "./place-word.ts";
import { suggestDevelopments } from "./suggest-developments.ts";

const hourMs = 3_600_000;
/** Offered by button. */
const offered = ["1h", "8h", "24h", "7d"] as const;
/** "Until I turn it on": further away than any mute for a time can be. */
const foreverMs = 100 * 365 * 24 * hourMs;
const foreverWords: ReadonlySet<string> = new Set(["forever", "off", "назавжди", "навсегда"]);
/** The oldest ones are forgotten: nothing comes on them any more. */
const maxMuted = 200;

/** /mute [time | development] [where]: nothing new for a time, or nothing more on one development, such as that of the alert that is answered. */
export function muteCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "mute",
      description: describe(context, "command-mute"),
      access: "chat-admin",
      options: [textOption(context, "what", { key: "option-mute", isCompleted: true }), whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const { chat, words } = call;
      if (chat === null || chat.state !== "active") return notSubscribedReply(call);
      const what = words.join(" ").toLowerCase() || (await developmentHere(call)) || "";
      if (what === "") return mutePanel(call, chat.subscription);
      if (/^d\d{1,12}$/u.test(what)) return muteDevelopment(call, what, chat.subscription.mutedDevelopments);
      const ms = foreverWords.has(what) ? foreverMs : (readDuration(what) ?? pressedMs(call, what));
      if (ms === null) return mutePanel(call, chat.subscription, call.text("mute-unknown"));
      const mutedUntil = call.context.clock.now() + ms;
      await changeSubscription(call, { mutedUntil });
      return mutePanel(call, { ...chat.subscription, mutedUntil });
    },
    async complete(asked) {
      const typed = asked.completion.typed.toLowerCase();
      const times = offered
        .map((value) => ({ value, label: asked.text(`mute-${value}`) }))
        .filter(({ value, label }) => [value, label].some((word) => word.startsWith(typed)));
      return [...times, ...(await suggestDevelopments(asked))];
    },
  };
}

/** What a button says, in any of the languages. */
function pressedMs({ context }: CommandCall, what: string): number | null {
  const isSaid = (time: string): boolean =>
    context.languages.some((tag) => context.translate(tag, `mute-${time}`).toLowerCase() === what);
  if (isSaid("forever")) return foreverMs;
  const time = offered.find(isSaid);
  return time === undefined ? null : readDuration(time);
}

/** /unmute [development | all] [where]. */
export function unmuteCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "unmute",
      description: describe(context, "command-unmute"),
      access: "chat-admin",
      options: [textOption(context, "what", { key: "option-unmute" }), whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const { chat, words } = call;
      if (chat === null || chat.state !== "active") return notSubscribedReply(call);
      const what = (words[0] ?? (await developmentHere(call)) ?? "all").toLowerCase();
      const { mutedDevelopments } = chat.subscription;
      if (what === "all" && mutedDevelopments.length === 0 && chatMuteText(call) === null)
        return answer(call, call.text("unmute-none"), []);
      const left = what === "all" ? [] : await mutedWithout(call, mutedDevelopments, what);
      if (what !== "all" && left.length === mutedDevelopments.length)
        return answer(call, call.text("unmute-nothing"), []);
      const change =
        what === "all" ? { mutedUntil: null, mutedDevelopments: [] } : { mutedDevelopments: left };
      await changeSubscription(call, change);
      return answer(call, call.text(what === "all" ? "unmute-all" : "unmute-development"), []);
    },
  };
}

/** What the answered message tells; null: none is answered, or it stands in another chat than is meant. */
function developmentHere(call: CommandCall): Promise<DevelopmentId | null> {
  return call.elsewhere === null ? developmentAbout(call) : Promise.resolve(null);
}

async function muteDevelopment(
  call: CommandCall,
  id: DevelopmentId,
  muted: readonly DevelopmentId[],
): Promise<Reply> {
  const development = await call.context.store.ledger.development(id);
  if (development === null) return answer(call, unknownDevelopment(call, id), []);
  const mutedDevelopments = [...muted.filter((other) => other !== development.id), development.id];
  await changeSubscription(call, { mutedDevelopments: mutedDevelopments.slice(-maxMuted) });
  const title = titleOf(await snapshotOf(call, development), textsOf(call.language));
  const reply = answer(call, call.text("mute-development"), [
    action(call, "unmute", development.id, call.text("button-undo")),
    action(call, "mute", "", call.text("button-mute-all")),
  ]);
  // The button stands under the alert, which stays.
  return {
    ...reply,
    isInPlace: false,
    message: {
      ...reply.message,
      blocks: [...namedPlace(call), title].map((text) => ({ kind: "text", text })),
    },
  };
}

/** Until when it is muted, and for how long it can be. */
async function mutePanel(
  call: CommandCall,
  { mutedUntil, mutedDevelopments }: Pick<Subscription, "mutedUntil" | "mutedDevelopments">,
  note?: string,
): Promise<Reply> {
  const now = call.context.clock.now();
  const isMuted = mutedUntil !== null && mutedUntil > now;
  const title = isMuted
    ? mutedText(call, mutedUntil)
    : call.text(call.elsewhere === null ? "mute-title" : "mute-title-there");
  const times = offered.map((time) => action(call, "mute", time, call.text(`mute-${time}`)));
  const forever = action(call, "mute", "forever", call.text("mute-forever"));
  const unmute = isMuted ? [unmuteAllAction(call)] : [];
  const muted = await listMuted(call, mutedDevelopments);
  const single = muted.map((each) => unmuteAction(call, each.id, each.title));
  const reply = answer(call, title, [...unmute, ...times, forever, ...single]);
  const lines = [...namedPlace(call), ...(note === undefined ? [] : [note]), call.text("mute-about")];
  const blocks: readonly Block[] = lines.map((text) => ({ kind: "text", text }));
  const list: readonly Block[] =
    muted.length === 0
      ? []
      : [
          { kind: "text", text: call.text("mute-developments") },
          { kind: "list", items: muted.map((each) => ({ text: each.title, link: null })) },
        ];
  return { ...reply, message: { ...reply.message, blocks: [...blocks, ...list] } };
}

/** "Muted until 24 May, 15:30". `until`: epoch milliseconds, in the future. */
export function mutedText(call: CommandCall, until: number): string {
  const isForever = until - call.context.clock.now() > foreverMs / 2;
  return isForever ? call.text("muted-forever") : call.text("muted-until", { at: momentText(until, call) });
}

/** Ends every mute of the chat. */
export function unmuteAllAction(call: CommandCall): Action {
  return action(call, "unmute", "all", call.text("button-unmute"));
}

/** How long the chat of the call is muted, in words; null: it is not. */
export function chatMuteText(call: CommandCall): string | null {
  const { chat, context } = call;
  const until = chat?.state === "active" ? chat.subscription.mutedUntil : null;
  return until !== null && until > context.clock.now() ? mutedText(call, until) : null;
}

function action(call: CommandCall, command: string, argument: string, label: string): Action {
  const place = call.elsewhere === null ? [] : [placeWord(call.place)];
  return { command, argument: [argument, ...place].filter((word) => word !== "").join(" "), label };
}

function answer(call: CommandCall, title: string, actions: readonly Action[]): Reply {
  return {
    isPrivate: true,
    isInPlace: true,
    message: {
      title,
      blocks: namedPlace(call).map((text) => ({ kind: "text", text })),
      actions,
      language: call.language,
    },
  };
}

/** The chat that is meant, where it is another one. */
function namedPlace(call: CommandCall): readonly string[] {
  const title = otherTitle(call);
  return title === null ? [] : [title];
}
