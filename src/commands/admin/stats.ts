import type { Block } from "../../model/message.ts";
import { healthOf } from "../../poll/health.ts";
import type { FollowedSource } from "../../ports/source-store.ts";
import type { ChatCount } from "../../ports/stats-store.ts";
import { describe, type Command, type CommandCall, type CommandContext } from "../context.ts";
import { momentText, spanWords } from "../moments.ts";

const dayMs = 86_400_000;
/** Counting so many takes about 10 ms; of more it is said that there are more. */
const maxCounted = 100_000;
const chatStates = ["active", "unsubscribed", "gone"] as const;

/** /stats: how many are told what, what waits, what failed, and how the process does. */
export function statsCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "stats",
      description: describe(context, "command-stats"),
      access: "admin",
      options: [],
      subcommands: [],
      isListed: true,
    },
    limit: "costly",
    async run(call) {
      const groups = [
        ["stats-chats", await chatLines(call)],
        ["stats-deliveries", await deliveryLines(call)],
        ["stats-news", await newsLines(call)],
        ["stats-process", processLines(call)],
      ] as const;
      const blocks = groups.flatMap(([key, lines]): readonly Block[] => [
        { kind: "text", text: call.text(key) },
        { kind: "list", items: lines.map((text) => ({ text, link: null })) },
      ]);
      const actions = ["sources", "review", "audit"].map((command) => ({
        command,
        argument: "",
        label: call.text(`button-to-${command}`),
      }));
      return {
        isPrivate: true,
        message: { title: call.text("stats-title"), blocks, actions, language: call.language },
      };
    },
  };
}

async function chatLines(call: CommandCall): Promise<readonly string[]> {
  const counts = await call.context.store.stats.chats();
  const of = (rows: readonly ChatCount[], state: string): string =>
    number(
      call,
      rows.filter((row) => row.state === state).reduce((sum, { count }) => sum + count, 0),
    );
  const platforms = [...Map.groupBy(counts, ({ platform }) => platform)];
  if (platforms.length === 0) return [call.text("stats-chats-none")];
  return platforms.map(([platform, rows]) => {
    const [active = "", unsubscribed = "", gone = ""] = chatStates.map((state) => of(rows, state));
    return call.text("stats-chats-of", { platform, active, unsubscribed, gone });
  });
}

async function deliveryLines(call: CommandCall): Promise<readonly string[]> {
  const { store, clock } = call.context;
  const now = clock.now();
  const ended = await store.stats.endedSince(now - dayMs, maxCounted);
  const totals = await store.outbox.counts();
  const waiting = await Promise.all(
    ended.map(async ({ platform }) => ({ platform, since: await store.outbox.waitingSince(platform) })),
  );
  const capped = (count: number): string =>
    count < maxCounted ? number(call, count) : call.text("stats-at-least", { count: number(call, count) });
  return [
    ...ended.map(({ platform, sent, failed }) =>
      call.text("stats-ended", { platform, sent: capped(sent), failed: capped(failed) }),
    ),
    call.text("stats-queue", {
      queued: number(call, totals.queued),
      sending: number(call, totals.sending),
      unknown: number(call, totals.unknown),
    }),
    ...waiting.flatMap(({ platform, since }) =>
      since === null
        ? []
        : [call.text("stats-waiting", { platform, span: spanWords(call, Math.max(0, now - since)) })],
    ),
    call.text("stats-repeats", { count: totals.possibleRepeats }),
  ];
}

async function newsLines(call: CommandCall): Promise<readonly string[]> {
  const { store, clock } = call.context;
  const now = clock.now();
  const { reports, told } = await store.archive.countSince(now - dayMs);
  const sources = await store.sources.list();
  const failing = sources.filter((followed) => isUnwell(followed, now));
  const [newest] = await store.ledger.alerts({ limit: 1 });
  return [
    call.text("status-day", { reports: number(call, reports), count: told, told: number(call, told) }),
    newest === undefined
      ? call.text("latest-none")
      : call.text("status-last", { at: momentText(newest.at, call) }),
    call.text("stats-sources", { count: sources.length, failing: failing.length }),
    ...(failing.length === 0
      ? []
      : [
          failing
            .slice(0, 10)
            .map(({ source }) => source.id)
            .join(", "),
        ]),
  ];
}

function isUnwell(followed: FollowedSource, now: number): boolean {
  return !["healthy", "unpolled", "paused"].includes(healthOf(followed, now).state);
}

function processLines({ context, text, ...call }: CommandCall): readonly string[] {
  const { describeProcess, clock } = context;
  if (describeProcess === undefined) return [text("stats-process-unknown")];
  const { version, startedAt, memoryBytes } = describeProcess();
  const megabytes = Math.round(memoryBytes / 1_048_576);
  return [
    text("stats-version", { version }),
    text("stats-memory", { megabytes: number(call, megabytes) }),
    text("stats-uptime", { span: spanWords({ text }, Math.max(0, clock.now() - startedAt)) }),
  ];
}

function number({ language }: Pick<CommandCall, "language">, value: number): string {
  return new Intl.NumberFormat(language).format(value);
}
