import { textsOf } from "../languages/texts.ts";
import { healthOf } from "../poll/health.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import type { Block } from "../model/message.ts";
import {
  describe,
  plainReply,
  unreadReply,
  whereOption,
  type Command,
  type CommandCall,
  type CommandContext,
} from "./context.ts";
import { isResting, notSubscribedText } from "./change.ts";
import { isNarrowed } from "./filters.ts";
import { otherTitle } from "./place-word.ts";
import { settingsPages } from "./settings/pages.ts";
import type { Subscription } from "../model/subscription.ts";
import { momentText } from "./moments.ts";
import { mutedText } from "./mute.ts";
import { missingRightsLines } from "./rights.ts";
import { kindsText } from "./settings/kinds.ts";
import { paceText } from "./settings/pace.ts";
import { sourceStateText } from "./source-state.ts";
import { quietText } from "./settings/quiet.ts";

const shownUnwell = 8;
const dayMs = 86_400_000;

/** /status [where]: what is followed and what fails, what came in, and how it stands with this chat. */
export function statusCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "status",
      description: describe(context, "command-status"),
      access: "anyone",
      options: [whereOption(context)],
      subcommands: [],
      isListed: true,
    },
    async run(call) {
      const { elsewhere, invocation, place } = call;
      if (elsewhere !== null && (await invocation.user.isChatAdmin(place)) !== true)
        return plainReply(call, call.text("refused-other-chat"));
      if (call.words.length > 0) return unreadReply(call);
      const { store, clock } = context;
      const now = clock.now();
      const own = call.chat === null ? [] : await store.sources.own(call.chat.id);
      const sources = [...(await store.sources.list()), ...own];
      const [newest] = await store.ledger.alerts({ limit: 1 });
      const { reports, told } = await store.archive.countSince(now - dayMs);
      const text = (line: string): Block => ({ kind: "text", text: line });
      const last =
        newest === undefined
          ? call.text("latest-none")
          : call.text("status-last", { at: momentText(newest.at, call) });
      return {
        isPrivate: true,
        message: {
          title: titleOf(call),
          blocks: [
            text(call.text("status-followed", { count: sources.length })),
            text(
              call.text("status-day", {
                reports: number(call, reports),
                count: told,
                told: number(call, told),
              }),
            ),
            text(last),
            ...unwellBlocks(call, sources, now),
            ...(await chatLines(call, now)).map(text),
          ],
          actions: [
            { command: "sources", argument: "", label: call.text("button-sources") },
            { command: "settings", argument: "", label: call.text("button-settings") },
          ],
          language: call.language,
        },
      };
    },
  };
}

/** A title that names the chat, where it is another one. */
function titleOf(call: CommandCall): string {
  const title = otherTitle(call);
  const label = call.text("status-title");
  return title === null ? label : call.text("settings-page-of", { label, title });
}

function number(call: CommandCall, value: number): string {
  return textsOf(call.language).number(value);
}

/** Silence is honest: what fails or has fallen silent is named, with the reason. */
function unwellBlocks(call: CommandCall, sources: readonly FollowedSource[], now: number): readonly Block[] {
  if (sources.length === 0) return [];
  const unwell = sources.filter((followed) => {
    const { state } = healthOf(followed, now);
    return !["healthy", "unpolled", "paused", "waiting", "refused"].includes(state);
  });
  if (unwell.length === 0) return [{ kind: "text", text: call.text("status-all-well") }];
  const items = unwell.slice(0, shownUnwell).map((followed) => ({
    text: `${followed.source.name}: ${sourceStateText(call.text, followed, now)}`,
    link: null,
  }));
  const rest = unwell.length - items.length;
  return [
    { kind: "text", text: call.text("status-unwell", { count: unwell.length }) },
    { kind: "list", items },
    ...(rest > 0 ? [{ kind: "note" as const, text: call.text("development-more", { count: rest }) }] : []),
  ];
}

/** How this chat is told, or why it is not. */
async function chatLines(call: CommandCall, now: number): Promise<readonly string[]> {
  const { chat, invocation } = call;
  if (isResting(call)) {
    const missing = await invocation.missingRights(call.place);
    const title = otherTitle(call);
    const resting = title === null ? call.text("status-resting") : call.text("status-resting-of", { title });
    return [resting, ...missingRightsLines(call, missing)];
  }
  if (chat === null || chat.state !== "active") return [notSubscribedText(call)];
  return [await chatText(call, chat.subscription, now)];
}

/** The settings that leave something out. */
const narrowing = ["conflicts", "places", "sides", "sources", "thresholds"] as const;

async function chatText(call: CommandCall, subscription: Subscription, now: number): Promise<string> {
  const { kinds, mutedUntil, quiet } = subscription;
  const pages = settingsPages.filter(({ name }) =>
    narrowing.some((each) => each === name && isNarrowed(subscription, each)),
  );
  const narrowed = await Promise.all(
    pages.map(async (page) =>
      call.text("settings-line", {
        label: call.text(`settings-${page.name}`),
        now: await page.summary({ call, subscription }),
      }),
    ),
  );
  const lines = [
    call.text("status-chat", { kinds: kindsText(call, kinds), pace: paceText(call, subscription) }),
    ...narrowed,
    ...(quiet === null
      ? []
      : [call.text("settings-line", { label: call.text("settings-quiet"), now: quietText(call, quiet) })]),
    ...(mutedUntil !== null && mutedUntil > now ? [mutedText(call, mutedUntil)] : []),
  ];
  return lines.join("\n");
}
