import { describe, expect, it } from "vitest";

import {
  candidatesOf,
  lookupKeys,
  recognise,
  type KnownItem,
  type Recognised,
} from "../../src/poll/recognise.ts";
import type { SourceItem } from "../../src/ports/source-kind.ts";
import { item } from "./rig.ts";

/** A memory of items, and polls over it. */
function createMemory() {
  const known = new Map<string, KnownItem>();
  return {
    poll(items: readonly SourceItem[]): Recognised[] {
      const candidates = candidatesOf(items);
      const wanted = new Set(lookupKeys(candidates));
      const visible = new Map([...known].filter(([key]) => wanted.has(key)));
      const recognised = recognise("s", candidates, visible);
      for (const one of recognised.filter(({ kind }) => kind !== "unchanged")) {
        const { reportId, candidate, markKeys } = one;
        for (const key of markKeys) known.set(key, { reportId, contentHash: candidate.contentHash });
      }
      return recognised;
    },
  };
}

function kinds(recognised: readonly Recognised[]): string[] {
  return recognised.map(({ kind }) => kind);
}

function ids(recognised: readonly Recognised[]): string[] {
  return recognised.map(({ reportId }) => reportId);
}

describe("an item", () => {
  it("that is seen again is unchanged", () => {
    const memory = createMemory();
    const list = [item(["id:1", "link:1"], "One"), item(["id:2", "link:2"], "Two")];
    memory.poll(list);

    expect(kinds(memory.poll(list.toReversed()))).toEqual(["unchanged", "unchanged"]);
  });

  it.each<[string, SourceItem]>([
    ["title", item(["id:1", "link:1"], "One, corrected")],
    ["title and id", item(["id:9", "link:1"], "One, corrected")],
    ["title and link", item(["id:1", "link:9"], "One, corrected")],
    ["title, and no id any more", item(["link:1"], "One, corrected")],
  ])("whose %s change keeps its report's id and is a revision", (_, changed) => {
    const memory = createMemory();
    const [before] = memory.poll([item(["id:1", "link:1"], "One")]);

    const [after] = memory.poll([changed]);

    expect(after?.kind).toBe("revised");
    expect(after?.reportId).toBe(before?.reportId);
  });

  it("whose id and link change is known by its text", () => {
    const memory = createMemory();
    const [before] = memory.poll([item(["id:1", "link:1", "text:t"], "One")]);

    const [after] = memory.poll([item(["id:9", "link:9", "text:t"], "One")]);

    expect(after).toMatchObject({ kind: "unchanged", reportId: before?.reportId });
  });

  it("whose date alone changes is unchanged", () => {
    const memory = createMemory();
    memory.poll([item(["id:1"], "One", { publishedAt: 1 })]);

    expect(kinds(memory.poll([item(["id:1"], "One", { publishedAt: 2 })]))).toEqual(["unchanged"]);
  });

  it("that is listed twice is one item", () => {
    const memory = createMemory();

    const recognised = memory.poll([item(["id:1", "link:1"], "One"), item(["id:1", "link:1"], "One")]);

    expect(kinds(recognised)).toEqual(["new"]);
  });

  it("that is listed under two headings with the same long text is one item", () => {
    const memory = createMemory();

    const recognised = memory.poll([
      item(["id:1", "link:1", "text:t"], "One"),
      item(["id:2", "link:2", "text:t"], "One"),
    ]);

    expect(kinds(recognised)).toEqual(["new"]);
  });

  it("with the same short words as an earlier one is another item", () => {
    const memory = createMemory();
    memory.poll([item(["id:1", "link:1"], "Air alert")]);

    expect(kinds(memory.poll([item(["id:2", "link:2"], "Air alert")]))).toEqual(["new"]);
  });
});

describe("an id that several items carry", () => {
  const shared = (n: number) => item(["id:same", `link:${n}`], `Story ${n}`);

  it("identifies none of them", () => {
    const memory = createMemory();

    const recognised = memory.poll([shared(1), shared(2), shared(3)]);

    expect(kinds(recognised)).toEqual(["new", "new", "new"]);
    expect(new Set(ids(recognised)).size).toBe(3);
  });

  it("is remembered as such, so that a later item that carries it alone is news", () => {
    const memory = createMemory();
    memory.poll([shared(1), shared(2)]);

    expect(kinds(memory.poll([shared(3)]))).toEqual(["new"]);
    expect(kinds(memory.poll([shared(3)]))).toEqual(["unchanged"]);
  });

  it("leaves those known that nothing else tells apart, by their words", () => {
    const memory = createMemory();
    const bare = (title: string) => item(["id:same"], title);
    memory.poll([bare("One"), bare("Two")]);

    expect(kinds(memory.poll([bare("Three"), bare("One"), bare("Two")]))).toEqual([
      "new",
      "unchanged",
      "unchanged",
    ]);
  });

  it("does not hide the second carrier of an id that was one item's before", () => {
    const memory = createMemory();
    memory.poll([shared(1)]);

    expect(kinds(memory.poll([shared(2), shared(1)]))).toEqual(["new", "unchanged"]);
  });
});

describe("ids that move from item to item", () => {
  it("lose no item and tell none twice", () => {
    const memory = createMemory();
    const at = (position: number, n: number) => item([`id:${position}`, `link:${n}`], `Story ${n}`);
    const first = memory.poll([at(1, 2), at(2, 1)]);

    const second = memory.poll([at(1, 3), at(2, 2), at(3, 1)]);

    expect(kinds(second)).toEqual(["new", "unchanged", "unchanged"]);
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(3);
  });
});

describe("a link that several items carry", () => {
  it("leaves each its own id", () => {
    const memory = createMemory();
    const entry = (n: number) => item([`id:${n}`, "link:live"], `Update ${n}`);
    memory.poll([entry(1)]);

    expect(kinds(memory.poll([entry(3), entry(2), entry(1)]))).toEqual(["new", "new", "unchanged"]);
  });
});
