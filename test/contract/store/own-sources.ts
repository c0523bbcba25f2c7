import { describe, expect, it } from "vitest";
import type { Source } from "../../../src/model/source.ts";
import { makeAddress, makeSource, makeSubscription, noon } from "./documents.ts";
import type { Scene } from "./scene.ts";

/** What becomes of the sources that single chats ask for. */
export function describeOwnSources(scene: Scene): void {
  const limits = { perChat: 2, inAll: 2 };
  const url = (name: string): string => `https://${name}.example/feed`;
  const source = (ownerChat: number, name: string): Source =>
    makeSource({ id: `own-${ownerChat}-${name}`, url: url(name), ownerChat });
  const add = (chat: number, name: string, halt: "waiting" | null = null) =>
    scene.store.sources.addOwn(source(chat, name), halt, limits, noon);
  const chat = async (channel: string, thread: string | null = null): Promise<number> =>
    (await scene.store.chats.subscribe(makeAddress({ channel, thread }), makeSubscription(), noon)).id;

  describe("what a chat asks for", () => {
    it("takes no room of others while it waits, and none at all once it was refused", async () => {
      const [first, second] = [await chat("1"), await chat("2")];
      await add(first, "a", "waiting");
      await add(first, "b", "waiting");
      await expect(add(first, "c", "waiting")).rejects.toMatchObject({ code: "own-limit" });
      await scene.store.sources.halt(`own-${first}-a`, "refused", noon);
      await add(first, "c", "waiting");

      await add(second, "a");
      await add(second, "b");

      await expect(add(await chat("3"), "a")).rejects.toMatchObject({ code: "own-limit-all" });
    });

    it("waits in a channel only as often as in one chat, whatever its topics", async () => {
      const [first, second] = [await chat("1", "10"), await chat("1", "20")];
      await add(first, "a", "waiting");
      await add(first, "b", "waiting");

      await expect(add(second, "c", "waiting")).rejects.toMatchObject({ code: "own-limit-waiting" });
      await add(await chat("2"), "c", "waiting");
    });

    it("stays refused when the chat takes it off its list, until an admin approves or removes it", async () => {
      const [first, id] = [await chat("1"), `own-1-a`];
      await scene.store.sources.addOwn({ ...source(first, "a"), id }, "waiting", limits, noon);
      await scene.store.sources.halt(id, "refused", noon);
      await scene.store.sources.withdraw(id, noon);

      expect(await scene.store.sources.own(first)).toEqual([]);
      expect(await scene.store.sources.own()).toMatchObject([{ source: { id }, state: { halt: "refused" } }]);
      await expect(add(first, "a", "waiting")).rejects.toMatchObject({ code: "own-refused" });
      await add(await chat("2"), "a", "waiting");
      await scene.store.sources.halt(id, null, noon);
      expect(await scene.store.sources.own(first)).toMatchObject([{ source: { id }, state: { halt: null } }]);

      await scene.store.sources.halt(id, "refused", noon);
      await scene.store.sources.withdraw(id, noon);
      expect(await scene.store.sources.remove(id, noon)).toBe(true);
      expect(await scene.store.sources.find(id)).toBeNull();
      await add(first, "a", "waiting");
    });

    it.each(["waiting", "refused"] as const)("is still %s after it began anew", async (halt) => {
      const id = `own-${await chat("1")}-a`;
      await add(await chat("1"), "a", "waiting");
      await scene.store.sources.halt(id, halt, noon);

      await scene.store.sources.restart(id, noon);

      expect((await scene.store.sources.find(id))?.state.halt).toBe(halt);
      expect(await scene.store.sources.due(noon, 9)).toEqual([]);
    });

    it("cannot be moved to an address of everybody's", async () => {
      const first = await chat("1");
      await scene.store.sources.add(makeSource({ id: "courier", url: url("courier") }), noon);
      await add(first, "a");

      await expect(scene.store.sources.edit(`own-${first}-a`, { url: url("courier") })).rejects.toMatchObject(
        { code: "followed-by-all" },
      );
      expect(await scene.store.sources.edit(`own-${first}-a`, { url: url("b"), name: "B" })).toBe(true);
    });
  });

  describe("a source that is being read for a chat", () => {
    const trial = (owner: number, name: string, askedAt = noon) => ({
      source: source(owner, name),
      asker: `who asked for ${name}`,
      askedAt,
      begun: 1,
    });

    it("is kept once, the oldest first, until what comes of it is known", async () => {
      const [first, second] = [await chat("1"), await chat("2")];
      const { trials } = scene.store;
      expect(await trials.begin(trial(first, "b", noon + 1))).toBe(true);
      expect(await trials.begin(trial(second, "a"))).toBe(true);
      expect(await trials.begin({ ...trial(first, "b"), asker: "somebody else" })).toBe(false);

      expect(await trials.list()).toEqual([trial(second, "a"), trial(first, "b", noon + 1)]);
      expect(await trials.list(second)).toEqual([trial(second, "a")]);
      expect(await trials.beginAgain(`own-${second}-a`)).toBe(true);
      expect(await trials.list(second)).toEqual([{ ...trial(second, "a"), begun: 2 }]);
      expect(await trials.end(`own-${second}-a`)).toBe(true);
      expect(await trials.end(`own-${second}-a`)).toBe(false);
      expect(await trials.beginAgain(`own-${second}-a`)).toBe(false);
      expect(await trials.list()).toHaveLength(1);
    });

    it("goes with a chat that is forgotten, and along with one that moves to where another was", async () => {
      const [first, second] = [await chat("1"), await chat("2")];
      const { chats, trials } = scene.store;
      await trials.begin(trial(first, "a"));
      await trials.begin(trial(second, "b"));

      await chats.move(makeAddress({ channel: "1" }), makeAddress({ channel: "2" }), noon);

      expect((await trials.list(first)).map(({ source: { id, ownerChat } }) => [id, ownerChat])).toEqual([
        [`own-${first}-a`, first],
        [`own-${second}-b`, first],
      ]);
      await chats.forget(makeAddress({ channel: "2" }));
      expect(await trials.list()).toEqual([]);
    });
  });
}
