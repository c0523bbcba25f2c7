import { beforeAll, describe, expect, it } from "vitest";
import type { Message } from "../../src/model/message.ts";
import { drawMessage } from "../../adapters/chat/telegram/render.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { noonThere } from "./asked-story.ts";
import { createRig, wordsOf, type Rig } from "./rig.ts";

const places = ["UA:kharkiv", "UA-63", "UA"];
const outlets = 60;

/** A strike whose toll sixty outlets give, each its own number and each in a sentence of its own. */
async function muchTold(): Promise<Rig> {
  const rig = await createRig();
  rig.clock.jumpTo(noonThere);
  const story = new Story(rig.store, { ...defaultPolicy, holdMs: 0 });
  for (let count = 1; count <= outlets; count++)
    await story.tell({
      at: `10:${String(count - 1).padStart(2, "0")}`,
      outlet: `Outlet number ${count}`,
      text: `Text ${count}: ${"word ".repeat(count)}`,
      figures: [
        figure("killed", "UA", 10 + count, {
          places,
          ...(count === outlets ? { by: kyivOfficial } : {}),
          evidence: `Sentence ${count} says ${10 + count}.`,
        }),
      ],
      events: count === 1 ? [event("strike", "done", { places })] : [],
    });
  return rig;
}

/** Every page that the buttons lead to, from the overview on. */
async function walk(language: string): Promise<readonly Message[]> {
  rig.become({ language });
  const pages = [await rig.type("/development d1")];
  const seen = new Set<string>();
  for (const page of pages)
    for (const { command, argument, label } of page.actions)
      if (command === "development" && !seen.has(argument)) {
        seen.add(argument);
        pages.push(await rig.press(page, label));
      }
  return pages;
}

let rig: Rig;
beforeAll(async () => {
  rig = await muchTold();
});

describe.each(["en", "uk", "ru"])("a development that sixty outlets tell of (%s)", (language) => {
  it("shows each claim, each source and each sentence on a page that buttons lead to", async () => {
    const pages = await walk(language);

    const words = pages.map(wordsOf).join("\n");
    const links = pages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "sources" ? block.links.map(({ url }) => url) : [])),
    );
    expect(new Set(links).size).toBe(outlets);
    for (let count = 1; count <= outlets; count++) {
      expect(words).toContain(`Sentence ${count} says`);
      expect(words).toContain(`: ${10 + count}.`);
    }
  });

  it("fits each page into one message without an ellipsis", async () => {
    const pages = await walk(language);

    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(drawMessage(page, new Set()).plain).not.toContain("…");
  });
});

it("shows the last page for one that there is no more", async () => {
  const last = (await walk("en")).map(wordsOf);

  const beyond = wordsOf(await rig.type("/development d1 99"));

  expect(last).toContain(beyond);
  expect(beyond).toContain("Page");
});
