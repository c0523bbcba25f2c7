import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly lang: string | null;
  readonly side: string | null;
  readonly stateControlled: boolean;
  readonly note: string;
}

const rows = readFileSync(new URL("../../data/sources.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);

function fitsItsKind(row: Row): boolean {
  if (row.kind === "telegram-channel") return /^https:\/\/t\.me\/s\/\w{4,32}$/u.test(row.url);
  return row.kind === "feed" && /^https?:$/u.test(new URL(row.url).protocol);
}

describe("the default sources", () => {
  it("are told apart by id and by address", () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.url)).size).toBe(rows.length);
  });

  it("have addresses that fit their kind", () => {
    expect(rows.filter((row) => !fitsItsKind(row)).map((row) => row.id)).toEqual([]);
  });

  it("hold official bodies of both sides, independent outlets in three languages and the UN", () => {
    const has = (test: (row: Row) => boolean): boolean => rows.some(test);

    expect(has((row) => row.side === "UA" && row.stateControlled)).toBe(true);
    expect(has((row) => row.side === "RU" && row.stateControlled)).toBe(true);
    expect(new Set(rows.filter((row) => !row.stateControlled).map((row) => row.lang))).toEqual(
      new Set(["en", "uk", "ru"]),
    );
    expect(has((row) => row.id === "un-news")).toBe(true);
  });

  it("all say how far to trust them", () => {
    expect(rows.filter((row) => row.note.length < 8)).toEqual([]);
  });
});
