import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** Rows of a tab-separated seed under data/: comment lines (#) and blank ones dropped, cells trimmed. */
export function readSeed(path: string): string[][] {
  return readFileSync(new URL(path, root), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}

/** A list cell: items parted by commas. */
export function listOf(cell: string | undefined): string[] {
  return (cell ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Rows as JSON lines, as they are committed. */
export function toJsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Writes a compiled table under data/. */
export function writeTable(path: string, rows: readonly unknown[]): void {
  writeFileSync(new URL(path, root), toJsonLines(rows));
}

/** A slug of an English name: ASCII, lower case, hyphens. */
export function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’ʼ]/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}
