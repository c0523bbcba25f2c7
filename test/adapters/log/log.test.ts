import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const log = fileURLToPath(new URL("../../../adapters/log/index.ts", import.meta.url));
const secret = '123:to"ken';

/** What the log writes, by a process of its own: it writes to standard error. */
function written(format: "text" | "json", calls: string): string {
  const code = `import { createLog } from ${JSON.stringify(log)};
const secret = ${JSON.stringify(secret)};
const log = createLog({ level: "info", format: "${format}", secrets: [secret] });
${calls}`;
  const script = '"$0" --input-type=module -e "$1" 2>&1';
  return execFileSync("sh", ["-c", script, process.execPath, code], { encoding: "utf8" });
}

describe("the operator's log", () => {
  it.each(["text", "json"] as const)("blots out secrets wherever they stand, as %s", (format) => {
    const out = written(
      format,
      'log("info", "called " + secret, { url: "http://x/bot" + secret + "/y", deep: [{ error: new Error(secret) }] });',
    );

    expect(out.match(/\[secret\]/gu)).toHaveLength(3);
    expect(out).not.toContain("ken");
  });

  it("writes whatever it is given", () => {
    const out = written(
      "json",
      'const circle = {}; circle.self = circle; log("error", "odd", { circle, big: 10n, error: new TypeError("bad") });',
    );

    expect(JSON.parse(out)).toMatchObject({ level: "error", msg: "odd", big: "10", error: "bad" });
  });

  it("is silent below its level", () => {
    expect(written("json", 'log("debug", "no");')).toBe("");
  });
});
