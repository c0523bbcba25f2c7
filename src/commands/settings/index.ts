import type { Subscription } from "../../model/subscription.ts";
import type { Message } from "../../model/message.ts";
import type { Reply } from "../../ports/command.ts";
import {
  describe,
  shownWord,
  whereOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "../context.ts";
import { changeSubscription, notSubscribedReply } from "../change.ts";
import { otherTitle } from "../place-word.ts";
import { chatMuteText, unmuteAllAction } from "../mute.ts";
import { pagesFor, settingsPages } from "./pages.ts";
import { panelAction, type Drawn, type Outcome, type SettingsPage, type View } from "./page.ts";
import { pressedWords } from "./pressed.ts";
import { inOpen, isWhispered } from "../spoken.ts";

/** What the subcommand of the whole panel is called. */
const overview = "show";
/** Said by buttons within the panel: it goes on where it stands. Opened from elsewhere it is a message of its own. */
const here = "here";

/**
 * /settings: one panel, which changes where it stands. `/settings zone Europe/Kyiv` does what its buttons do: whatever can be pressed can
 * be typed.
 */
export function settingsCommand(context: CommandContext): Command {
  const where = whereOption(context);
  return {
    spec: {
      name: "settings",
      description: describe(context, "command-settings"),
      access: "chat-admin",
      options: [],
      subcommands: [
        { name: overview, description: describe(context, "command-settings-show"), options: [where] },
        ...settingsPages.map((page) => ({
          name: page.name,
          description: describe(context, `command-settings-${page.name}`),
          options: [...page.options(context), where],
        })),
      ],
      isListed: true,
    },
    run(call) {
      const { subcommand } = call.invocation;
      const named = subcommand === overview ? pageNamed(call) : null;
      return runPage(call, named?.name ?? subcommand, named?.words ?? call.words);
    },
    async complete(asked) {
      const page = settingsPages.find(({ name }) => name === asked.completion.subcommand);
      return (await page?.complete?.(asked)) ?? [];
    },
  };
}

/** What else people call a page, with what that says on it. */
const otherNames: ReadonlyMap<string, readonly [page: string, ...words: string[]]> = new Map([
  ["digest", ["pace", "digest"]],
  ["дайджест", ["pace", "digest"]],
  ["timezone", ["zone"]],
  ["пояс", ["zone"]],
  ["тихо", ["quiet"]],
]);

/** The page that typed words begin with, by what it is called in any language, and the words after it. Null: none. */
function pageNamed({
  context,
  words,
}: CommandCall): { readonly name: string; readonly words: readonly string[] } | null {
  for (const count of [2, 1]) {
    const typed = words.slice(0, count).join(" ").toLowerCase();
    if (typed === "" || words.length < count) continue;
    const [other, ...said] = otherNames.get(typed) ?? [];
    const page = settingsPages.find(
      ({ name }) =>
        name === other ||
        context.languages.some((tag) =>
          [`settings-${name}`, `name-settings-${name}`].some(
            (key) => context.translate(tag, key).toLowerCase() === typed,
          ),
        ),
    );
    if (page !== undefined) return { name: page.name, words: [...said, ...words.slice(count)] };
  }
  return null;
}

/** /threshold killed 5 Kharkiv: the panel's page of thresholds, for those who type. */
export function thresholdCommand(context: CommandContext): Command {
  const page = settingsPages.find(({ name }) => name === "thresholds");
  return {
    spec: {
      name: "threshold",
      description: describe(context, "command-settings-thresholds"),
      access: "chat-admin",
      options: [...(page?.options(context) ?? []), whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    run: (call) => runPage(call, "thresholds", call.words),
    complete: async (asked) => (await page?.complete?.(asked)) ?? [],
  };
}

/** Does what the words of a page say, and shows the page as it is then. `name`: any; an unknown one means the whole panel. */
async function runPage(call: CommandCall, name: string | null, words: readonly string[]): Promise<Reply> {
  const { chat } = call;
  if (chat === null || chat.state !== "active") return notSubscribedReply(call);
  const page = pagesFor(call.invocation.address.platform).find((each) => each.name === name);
  const view = { call, subscription: chat.subscription };
  if (page === undefined) return overviewReply(view, words);
  const outcome = await applied(view, page, words);
  if (outcome.kind === "show") return panelReply(call, await drawPage(view, page, outcome.words));
  if (outcome.kind === "refuse")
    return {
      ...panelReply(call, withNote(await drawPage(view, page, outcome.words), outcome.text)),
      isUnanswered: true,
    };
  const subscription = (await changeSubscription(call, outcome.change)) ?? chat.subscription;
  const now = { call: inOwnLanguage(call, subscription), subscription };
  const drawn = await drawPage(now, page, outcome.words);
  const saved = now.call.text("settings-saved", { now: outcome.saved ?? (await page.summary(now)) });
  return panelReply(now.call, withNote(drawn, saved));
}

/** The whole panel. `words`: that it was opened from within, or what was typed and names no page. */
async function overviewReply(view: View, words: readonly string[]): Promise<Reply> {
  const { call } = view;
  const isInPlace = words.includes(here);
  const panel = await drawPanel(view);
  if (isInPlace || words.length === 0) return { ...panelReply(call, panel), isInPlace };
  const unknown = call.text("settings-unknown", { word: shownWord(words.join(" ")) });
  return { ...panelReply(call, withNote(panel, unknown)), isInPlace };
}

/** What words come to that were pressed or typed; those that mean nothing else are what a button says. */
async function applied(view: View, page: SettingsPage, words: readonly string[]): Promise<Outcome> {
  const outcome = await page.apply(view, words);
  if (outcome.kind !== "refuse") return outcome;
  const pressed = await pressedWords(view, page, words);
  return pressed === null ? outcome : page.apply(view, pressed);
}

/** The panel goes on in the language that was just chosen for the chat where it stands. */
function inOwnLanguage(call: CommandCall, { language, timeZone }: Subscription): CommandCall {
  if (call.elsewhere !== null) return call;
  const now = { ...call, openLanguage: language, timeZone };
  // What others do not see stays in the person's language.
  return isWhispered(call.invocation) ? now : inOpen(now);
}

interface Panel extends Drawn {
  readonly title: string;
}

async function drawPanel(view: View): Promise<Panel> {
  const { call } = view;
  const pages = pagesFor(call.invocation.address.platform);
  const items = await Promise.all(
    pages.map(async (page) => ({
      text: call.text("settings-line", {
        label: call.text(`settings-${page.name}`),
        now: await page.summary(view),
      }),
      link: null,
    })),
  );
  const of = otherTitle(call);
  const title = of === null ? call.text("settings-title") : call.text("settings-title-of", { title: of });
  const mute = chatMuteText(call);
  return {
    title,
    blocks: [...(mute === null ? [] : [{ kind: "text" as const, text: mute }]), { kind: "list", items }],
    actions: [
      ...(mute === null ? [] : [unmuteAllAction(call)]),
      ...pages.map(({ name }) => panelAction(call, [name], call.text(`settings-${name}`))),
    ],
  };
}

async function drawPage(view: View, page: SettingsPage, words: readonly string[]): Promise<Panel> {
  const { call } = view;
  const drawn = await page.draw(view, words);
  const back = panelAction(call, [overview, here], call.text("button-back"));
  const label = call.text(`settings-${page.name}`);
  const title = call.elsewhere ? call.text("settings-page-of", { label, title: call.elsewhere }) : label;
  return { ...drawn, title, actions: [...drawn.actions, back] };
}

function withNote(panel: Panel, text: string): Panel {
  return { ...panel, blocks: [{ kind: "text", text }, ...panel.blocks] };
}

function panelReply(call: CommandCall, { title, blocks, actions, selects }: Panel): Reply {
  const message: Message = {
    title,
    blocks,
    actions,
    ...(selects === undefined || selects.length === 0 ? {} : { selects }),
    language: call.language,
  };
  return { message, isPrivate: true, isInPlace: true };
}
