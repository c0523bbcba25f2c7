import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimedAlert } from "../../../src/model/delivery.ts";
import type { Settlement } from "../../../src/ports/outbox-store.ts";
import type { Store } from "../../../src/ports/store.ts";
import type { Scene } from "./scene.ts";
import { makeAddress, noon } from "./documents.ts";
import { claim, expandAll, sentAs, subscribe, tell, wantAll } from "./steps.ts";

const channels = ["1", "2", "3"] as const;
const developments = ["d1", "d2"] as const;

type Ending = Settlement["kind"] | "sent-earlier";

/** One step of a history. Numbers choose among what there is. */
type Step =
  | { readonly kind: "tell"; readonly development: string }
  | { readonly kind: "expand"; readonly maxChats: number }
  | { readonly kind: "claim"; readonly limit: number }
  | { readonly kind: "settle"; readonly which: number; readonly ending: Ending }
  | { readonly kind: "subscribe" | "unsubscribe" | "gone"; readonly channel: string }
  | { readonly kind: "crash" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("tell"), development: fc.constantFrom(...developments) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("expand"), maxChats: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("claim"), limit: fc.integer({ min: 1, max: 3 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("settle"),
      which: fc.nat(9),
      ending: fc.constantFrom<Ending>(
        "sent",
        "sent",
        "sent-earlier",
        "retry",
        "unknown",
        "forget-message",
        "failed",
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("subscribe", "subscribe", "unsubscribe", "gone"),
      channel: fc.constantFrom(...channels),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("crash") }) },
);

/** What must come out of any history: kept beside the store, by the rules of telling alone. */
class Book {
  readonly #newest = new Map<string, number>();
  readonly #owed = new Map<string, number>();
  readonly #shown = new Map<string, number>();
  readonly active = new Set<string>();

  newest(development: string): number {
    return this.#newest.get(development) ?? 0;
  }

  tell(development: string): number {
    const revision = this.newest(development) + 1;
    this.#newest.set(development, revision);
    for (const channel of this.active) this.#owed.set(`${channel} ${development}`, revision);
    return revision;
  }

  /** Who leaves is owed nothing any more. */
  leave(channel: string): void {
    this.active.delete(channel);
    for (const development of developments) this.#owed.delete(`${channel} ${development}`);
  }

  show(delivery: ClaimedAlert, revision: number): void {
    this.#shown.set(keyOf(delivery), revision);
  }

  giveUp(delivery: ClaimedAlert): void {
    this.#owed.delete(keyOf(delivery));
  }

  /** What was told to a chat that stayed, and is not what the chat has before it. */
  lost(): string[] {
    return [...this.#owed]
      .filter(([key, revision]) => (this.#shown.get(key) ?? 0) < revision)
      .map(([key]) => key);
  }
}

const keyOf = (delivery: ClaimedAlert) => `${delivery.chat.address.channel} ${delivery.newest.development}`;

/** A store, its senders one after the other, and the book. */
class History {
  readonly #store: Store;
  readonly #book = new Book();
  readonly #underWay: ClaimedAlert[] = [];
  #sender = 1;

  constructor(store: Store) {
    this.#store = store;
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const each of steps) await this.#take(each);
    await this.#drain();
    expect(this.#book.lost(), "told, and never shown").toEqual([]);
    expect(await this.#store.outbox.counts()).toMatchObject({ queued: 0, sending: 0, unknown: 0 });
  }

  async #take(taken: Step): Promise<void> {
    const { chats, outbox } = this.#store;
    switch (taken.kind) {
      case "tell": {
        const { development } = taken;
        await tell(this.#store, { development, revision: this.#book.tell(development) });
        break;
      }
      case "expand":
        await outbox.expand({ now: noon, maxChats: taken.maxChats, plan: wantAll });
        break;
      case "claim":
        await this.#claim(taken.limit);
        break;
      case "settle":
        await this.#settle(taken.which, taken.ending);
        break;
      case "subscribe":
        await subscribe(this.#store, taken.channel);
        this.#book.active.add(taken.channel);
        break;
      case "unsubscribe":
        await chats.unsubscribe(makeAddress({ channel: taken.channel }), noon);
        this.#book.leave(taken.channel);
        break;
      case "gone":
        await this.#markGone(taken.channel);
        break;
      case "crash":
        await this.#crash();
        break;
    }
  }

  async #markGone(channel: string): Promise<void> {
    const chat = await this.#store.chats.find(makeAddress({ channel }));
    if (chat?.state !== "active") return;
    await this.#store.chats.markGone(chat.id, "kicked", noon);
    this.#book.leave(channel);
  }

  async #fence(): Promise<number> {
    const lease = await this.#store.outbox.holdSenderLease("telegram", `sender ${this.#sender}`, noon, 1_000);
    if (lease === null) throw new Error("the sender has no lease");
    return lease.fence;
  }

  async #claim(limit: number): Promise<number> {
    const claimed = await claim(this.#store, { leaseMs: 1_000, limit, fence: await this.#fence() });
    for (const delivery of claimed) {
      expect(delivery.newest.revision).toBe(this.#book.newest(delivery.newest.development));
      expect(delivery.unseen.at(-1)).toEqual(delivery.newest);
      expect(this.#book.active).toContain(delivery.chat.address.channel);
      this.#underWay.push(delivery);
    }
    const chats = this.#underWay.map((each) => each.chat.id);
    expect(new Set(chats).size, "one under way a chat").toBe(chats.length);
    return claimed.length;
  }

  async #settle(which: number, ending: Ending): Promise<void> {
    const [delivery] = this.#underWay.splice(which % Math.max(1, this.#underWay.length), 1);
    if (delivery === undefined) return;
    const settlement = settlementOf(delivery, ending);
    expect(await this.#store.outbox.settle(delivery, settlement, noon)).toBe(true);
    if (settlement.kind === "sent") this.#book.show(delivery, settlement.revision);
    if (settlement.kind === "failed") this.#book.giveUp(delivery);
  }

  /** The sender is gone, and another takes its place. */
  async #crash(): Promise<void> {
    await this.#store.outbox.releaseSenderLease("telegram", `sender ${this.#sender}`);
    this.#sender += 1;
    await this.#store.outbox.resolveAbandoned("telegram", await this.#fence(), noon);
    for (const delivery of this.#underWay.splice(0)) {
      expect(await this.#store.outbox.settle(delivery, sentAs(delivery, "late"), noon)).toBe(false);
    }
  }

  async #drain(): Promise<void> {
    await expandAll(this.#store);
    for (let round = 0; round < 100; round++) {
      while (this.#underWay.length > 0) await this.#settle(0, "sent");
      if ((await this.#claim(9)) === 0) return;
    }
    throw new Error("the queue does not get empty");
  }
}

function settlementOf(delivery: ClaimedAlert, ending: Ending): Settlement {
  switch (ending) {
    case "sent":
      return sentAs(delivery, `m${delivery.id}`);
    case "sent-earlier":
      return { kind: "sent", messageId: `m${delivery.id}`, isEdit: true, revision: earliestOf(delivery) };
    case "retry":
      return { kind: "retry", dueAt: noon, countAttempt: true, why: "502" };
    case "failed":
      return { kind: "failed", why: "400" };
    default:
      return { kind: ending, dueAt: noon, why: "no answer" };
  }
}

/** What an attempt that was made before newer alerts came would show. */
function earliestOf(delivery: ClaimedAlert): number {
  return delivery.mayRepeat ? (delivery.unseen[0] ?? delivery.newest).revision : delivery.newest.revision;
}

/** Whatever happens, in whatever order: nothing that was told to a chat is lost. */
export function describeHistories(scene: Scene): void {
  describe("any history of an outbox", () => {
    it("ends with the newest revision in each chat that was told and stayed", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
          const database = await scene.createDatabase();
          const store = await database.open();
          try {
            for (const channel of channels) await subscribe(store, channel);
            const history = new History(store);
            await history.run([
              ...channels.map((channel): Step => ({ kind: "subscribe", channel })),
              ...steps,
            ]);
          } finally {
            await store.close();
            await database.remove();
          }
        }),
        { numRuns: 25 },
      );
    }, 60_000);
  });
}
