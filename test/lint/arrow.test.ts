import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A file with one import, and whether the linter is to refuse it. */
const cases: readonly (readonly [file: string, imported: string, isRefused: boolean])[] = [
  ["src/ledger/a.ts", "../outbox/plan.ts", true],
  ["src/model/a.ts", "../ports/store.ts", true],
  ["src/poll/a.ts", "../report/parse.ts", true],
  ["src/figures/a.ts", "../main/app.ts", true],
  ["src/log.ts", "./config.ts", true],
  ["src/clock.ts", "./ports/store.ts", true],
  ["src/alert/a.ts", "../../adapters/store/index.ts", true],
  ["src/alert/b.ts", "better-sqlite3", true],
  ["src/commands/a.ts", "discord.js", true],
  ["src/main/a.ts", "pino", true],
  ["adapters/chat/telegram/a.ts", "../discord/index.ts", true],
  ["adapters/chat/telegram/c.ts", "../../log/index.ts", true],
  ["adapters/chat/discord/a.ts", "../../store/index.ts", true],
  ["adapters/source/feed/b.ts", "../telegram-channel/index.ts", true],
  ["adapters/source/a.ts", "../store/index.ts", true],
  ["adapters/demo/a.ts", "../../src/main/app.ts", true],
  ["adapters/log/a.ts", "../../src/alert/compose.ts", true],
  ["adapters/web/a.ts", "../../src/ledger/near.ts", true],
  ["adapters/web/b.ts", "../../src/languages/texts.ts", true],
  ["adapters/web/c.ts", "../demo/stream.ts", true],
  ["adapters/store/sqlite/a.ts", "../../../src/outbox/plan.ts", true],
  ["src/outbox/a.ts", "../model/alert.ts", false],
  ["src/ledger/b.ts", "../model/report.ts", false],
  ["src/pipeline/a.ts", "../outbox/plan.ts", false],
  ["src/main/b.ts", "../../adapters/store/index.ts", false],
  ["adapters/chat/telegram/b.ts", "grammy", false],
  ["adapters/chat/index.ts", "./telegram/index.ts", false],
  ["adapters/source/feed/a.ts", "../../../src/ports/fetcher.ts", false],
];

describe("the import arrow", () => {
  let folder = "";
  let refused: ReadonlyMap<string, readonly string[]> = new Map();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tallywire-arrow-"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const file of ["oxlint.config.ts", "package.json"])
      copyFileSync(join(root, file), join(folder, file));
    // The config takes the adapters from their folders.
    for (const path of adapterFolders()) mkdirSync(join(folder, path), { recursive: true });
    for (const [file, imported] of cases)
      write(file, `import * as it from "${imported}";\nexport const a = it;\n`);
    write("src/errors.ts", 'import type { B } from "./measures.ts";\nexport type A = B | null;\n');
    write("src/measures.ts", 'import type { A } from "./errors.ts";\nexport type B = A | undefined;\n');
    refused = lint();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(cases)("%s importing %s is refused: %s", (file, _imported, isRefused) => {
    expect(refused.get(file)?.includes("no-restricted-imports") ?? false).toBe(isRefused);
  });

  it("refuses cycles, of types alone too", () => {
    expect(refused.get("src/errors.ts")).toContain("no-cycle");
  });

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  function lint(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const { filename, code } of (
      JSON.parse(runOxlint()) as { diagnostics: { filename: string; code: string }[] }
    ).diagnostics) {
      found.set(filename, [...(found.get(filename) ?? []), /\((.+)\)/u.exec(code)?.[1] ?? code]);
    }
    return found;
  }

  function runOxlint(): string {
    const options: ExecFileSyncOptionsWithStringEncoding = {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    };
    try {
      return execFileSync(
        join(root, "node_modules/.bin/oxlint"),
        ["--format=json", "src", "adapters"],
        options,
      );
    } catch (error) {
      // It exits with 1 when it finds something, which is the point here.
      return (error as { stdout: string }).stdout;
    }
  }
});

/** The adapters' folders, two deep. */
function adapterFolders(): string[] {
  const within = (path: string): string[] =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${path}/${entry.name}`);
  return within("adapters").flatMap((folder) => [folder, ...within(folder)]);
}
