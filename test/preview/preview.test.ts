import { arch, platform } from "node:process";
import chromium from "@sparticuz/chromium";
import { launch, type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { renderPreview } from "../../scripts/preview/index.ts";
import { commandsOf, shownCommands } from "../../scripts/preview/samples.ts";

/** The browser comes from npm for this platform only. */
const hasBrowser = platform === "linux" && arch === "x64";
if (!hasBrowser) console.warn("The preview is not looked at: the tests' browser runs on Linux x64 only.");

it("the preview shows every command that there is", async () => {
  const store = await openStore(":memory:");
  const { specs } = commandsOf({ store, reports: [], alerts: [], endedAt: 0 });
  await store.close();
  expect(shownCommands.toSorted()).toEqual(specs.map(({ name }) => name).toSorted());
});

describe.skipIf(!hasBrowser)("the preview in a browser", () => {
  let browser: Browser;
  let page: Page;
  /** What a script gives that runs in the page, for each element that a selector finds. */
  const each = async <Value>(selector: string, script: string): Promise<readonly Value[]> =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the script is written beside the type
    (await page.evaluate(
      `Array.from(document.querySelectorAll(${JSON.stringify(selector)}), ${script})`,
    )) as Value[];

  beforeAll(async () => {
    const executablePath = await chromium.executablePath();
    browser = await launch({ executablePath, args: chromium.args, headless: "shell" });
    page = await browser.newPage();
    await page.setViewport({ width: 1_200, height: 900 });
    await page.setContent(await renderPreview());
  }, 120_000);
  afterAll(() => browser.close());

  it("has no message that is wider than a phone", async () => {
    const wide = await each<string>(
      ".bubble, .discord",
      "(box) => (box.scrollWidth > box.clientWidth + 1 ? box.textContent.slice(0, 80) : '')",
    );
    expect(wide.length).toBeGreaterThan(100);
    expect(wide.filter((text) => text !== "")).toEqual([]);
  });

  it("has a word on every button, and nowhere the name of a text in place of the text", async () => {
    const labels = await each<string>("button", "(button) => button.innerText.trim()");
    const words = await each<string>(".bubble, .discord", "(box) => box.innerText");
    const nameOrHole =
      /(?:^|\s)(?:command|option|kind|settings|button|digest)-[a-z-]+(?:\s|$)|\{ ?\$|undefined|NaN|\[object/u;
    expect(labels.length).toBeGreaterThan(100);
    expect(labels.filter((label) => label === "")).toEqual([]);
    expect([...labels, ...words].filter((text) => nameOrHole.test(text))).toEqual([]);
  });

  it("has every chart as a picture, with words for who cannot see it", async () => {
    const pictures = await each<string>("img", "(image) => `${image.naturalWidth} ${image.alt.length > 20}`");
    expect(pictures.length).toBeGreaterThanOrEqual(9);
    expect(new Set(pictures)).toEqual(new Set(["1200 true"]));
  });

  it("shows what admins are told when somebody reports an error or asks for a source", async () => {
    const titles = await each<string>("section", "(section) => section.innerText.split('\\n')[0]");
    expect(titles.filter((title) => title.startsWith("notice")).length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ["a cease-fire", /^decided, d\d+ ceasefire, new/u],
    ["talks", /^decided, d\d+ talks, new/u],
    ["what is told on request", /^decided, d\d+ sanctions, new/u],
    ["a correction", /^decided, d\d+ strike, correction/u],
    ["the pointer of a merge", /^decided, d\d+ strike, pointer/u],
    ["an approval that is asked for", /^notice of what was decided \d+: approval/u],
    ["an alarm about a source", /^notice of what was decided \d+: alarm/u],
    ["a review of what waits", /^decided \d+: \/review list/u],
    ["a review of one number", /^decided \d+: \/review figure/u],
    ["a review of one report", /^decided \d+: \/review report/u],
  ])("shows %s", async (_, name) => {
    const titles = await each<string>("section", "(section) => section.innerText.split('\\n')[0]");
    expect(titles.filter((title) => name.test(title))).not.toEqual([]);
  });

  it("shows each message in three languages", async () => {
    const counts = await each<number>("section", "(section) => section.querySelectorAll('figure').length");
    expect(new Set(counts)).toEqual(new Set([3]));
  });
});
