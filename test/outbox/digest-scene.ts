import type { Alert } from "../../src/model/alert.ts";
import type { ToldFigure } from "../../src/model/development.ts";
import type { Message } from "../../src/model/message.ts";
import type { Source } from "../../src/model/source.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { nightsChart } from "../../src/outbox/digest-chart.ts";
import { createDigests } from "../../src/outbox/digests.ts";
import type { Scene } from "./scene.ts";
import { figure } from "./told-stories.ts";

/** Milliseconds. */
export const hourMs = 3_600_000;
/** Milliseconds. */
export const dayMs = 24 * hourMs;
/** The scene begins on a Friday at noon in UTC. */
export const daily: Partial<Subscription> = {
  pace: "digest",
  digest: { every: "day", weekday: 1, at: "18:00" },
};

/** A strike on a place with these figures. */
export const strikeOn = (place: string, ...figures: Partial<ToldFigure>[]): Partial<Alert> => ({
  kind: "strike",
  subject: "place",
  attacker: "RU",
  places: [place],
  figures: figures.map(figure),
});
/** A night of attacks on Ukraine with these figures. */
export const nightOf = (date: string, ...figures: Partial<ToldFigure>[]): Partial<Alert> => ({
  kind: "strike",
  subject: "night",
  attacker: "RU",
  places: ["UA"],
  date,
  figures: figures.map((each) => figure({ side: "RU", ...each })),
});
/** A feed that is followed. */
export const sourceOf = (id: string): Source => ({
  id,
  kind: "feed",
  url: `https://${id}.example/feed`,
  name: `The ${id} Post`,
  lang: "en",
  side: null,
  isStateControlled: false,
  isUrgent: false,
  note: "",
});

/** Digests of a scene, whose log it keeps. `maxAlerts`: as many as one digest takes at most. */
export const digestsOf = (scene: Scene, maxAlerts?: number) =>
  createDigests({
    ...(maxAlerts === undefined ? {} : { maxAlerts }),
    store: scene.store,
    clock: scene.clock,
    log: (level, message, fields = {}) => void scene.logged.push({ level, message, fields }),
    chart: nightsChart,
  });

/** Moves to a moment and gives the digests that are queued then, oldest first. */
export async function digestsAt(scene: Scene, at: number, digests = digestsOf(scene)): Promise<Message[]> {
  await digests.makeDue();
  await scene.clock.advance(at - scene.clock.now());
  await digests.makeDue();
  return takeQueued(scene);
}

/** The notices that are queued, oldest first, which are sent by that. */
export async function takeQueued(scene: Scene): Promise<Message[]> {
  const lease = await scene.store.outbox.holdSenderLease("telegram", "test", scene.clock.now(), dayMs);
  const messages: Message[] = [];
  for (;;) {
    const claimed = await scene.store.outbox.claim({
      platform: "telegram",
      now: scene.clock.now(),
      leaseMs: hourMs,
      limit: 100,
      exceptChannels: [],
      fence: lease?.fence ?? 0,
      plan: () => null,
      planNotice: (_chat, { isLoud }) => ({ isLoud }),
    });
    if (claimed.length === 0) return messages;
    for (const delivery of claimed) {
      if (delivery.kind !== "notice") continue;
      messages.push(delivery.notice.message);
      const sent = { kind: "sent", messageId: "m", isEdit: false, revision: 0 } as const;
      await scene.store.outbox.settle(delivery, sent, scene.clock.now());
    }
  }
}

/** All that a message says, a line a block. */
export const linesOf = (message: Message | undefined): string[] =>
  message === undefined
    ? []
    : [
        message.title,
        ...message.blocks.flatMap((block) => {
          if (block.kind === "list") return block.items.map(({ text }) => `- ${text}`);
          if (block.kind === "story") return [`- ${block.title}`, ...block.lines];
          if (block.kind === "figures") return block.rows.map(({ label, value }) => `${label}: ${value}`);
          return "text" in block ? block.text : [];
        }),
      ];

/** Epoch milliseconds of an ISO instant. */
export const at = (text: string): number => Date.parse(text);
