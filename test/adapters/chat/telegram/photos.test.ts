import { describe, expect, it } from "vitest";
import { createPhotos, type Picture, type Shown } from "../../../../adapters/chat/telegram/photos.ts";
import { silentLog } from "../../../../src/log.ts";
import { createFakeClock } from "../../../fakes/clock.ts";
import { chartOf, memoryFiles, notedCharts } from "./memory.ts";

const chart = chartOf("Attacks by place");

/** Photos of one bot, and the calls that were made with them. */
function scene() {
  const clock = createFakeClock(Date.parse("2026-03-01T12:00:00Z"));
  const files = memoryFiles();
  const photos = createPhotos({ charts: notedCharts(), files, clock, log: silentLog, botId: () => "1" });
  const calls: string[] = [];
  const show = (name: string, answer: (picture: Picture) => Promise<Shown<string>>) =>
    photos.show(chart, (picture) => {
      calls.push(`${name} ${picture.kind === "kept" ? picture.fileId : "uploads"}`);
      return answer(picture);
    });
  const shows = (name: string) =>
    show(name, async () => ({ result: name, fileId: `file of ${name}`, isStale: false }));
  return { clock, files, calls, show, shows };
}

describe("a chart whose upload hangs", () => {
  it("holds others for a second, and is then uploaded by them", async () => {
    const { clock, calls, show, shows } = scene();
    void show("first", () => new Promise(() => undefined));
    await clock.advance(0);
    const second = shows("second");
    await clock.advance(999);
    expect(calls).toEqual(["first uploads"]);

    await clock.advance(1);

    expect(await second).toBe("second");
    expect(calls).toEqual(["first uploads", "second uploads"]);
  });

  it("is sent by the id that another upload was given meanwhile", async () => {
    const { clock, calls, show, shows } = scene();
    void show("first", () => new Promise(() => undefined));
    await clock.advance(0);
    const second = shows("second");
    await clock.advance(1_000);
    await second;

    expect(await shows("third")).toBe("third");
    expect(calls.at(-1)).toBe("third file of second");
  });
});

it("a chart whose id is stale for two at once is uploaded once", async () => {
  const { clock, files, calls, show } = scene();
  files.ids.set("1:key of Attacks by place", "old");
  const answer = async (picture: Picture) => {
    await clock.sleep(100);
    const isStale = picture.kind === "kept" && picture.fileId === "old";
    return { result: "shown", fileId: isStale ? null : "new", isStale };
  };

  const both = [show("first", answer), show("second", answer)];
  await clock.advance(500);

  expect(await Promise.all(both)).toEqual(["shown", "shown"]);
  expect(calls).toEqual(["first old", "second old", "first uploads", "second new"]);
});

it("a chart that takes long to be drawn is told in words, within the time of a call", async () => {
  const clock = createFakeClock(Date.parse("2026-03-01T12:00:00Z"));
  const charts = { ...notedCharts(), png: () => new Promise<never>(() => undefined) };
  const photos = createPhotos({ charts, files: memoryFiles(), clock, log: silentLog, botId: () => "1" });

  const shown = photos.show(chart, () => Promise.reject(new Error("nothing is there to be sent")));
  await clock.advance(10_000);

  expect(await shown).toBeNull();
});
