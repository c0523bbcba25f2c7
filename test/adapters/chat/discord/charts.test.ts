import { describe, expect, it } from "vitest";
import { createApi } from "../../../../adapters/chat/telegram/api.ts";
import type { Chart } from "../../../../src/model/chart.ts";
import type { Message } from "../../../../src/model/message.ts";
import type { ChartRenderer } from "../../../../src/ports/chart-renderer.ts";
import { seenText } from "../../../fakes/discord/index.ts";
import type { Message as SeenMessage } from "../../../fakes/discord/world.ts";
import { editOf, messageWith, never, openStage, sample, sendOf, sent } from "./stage.ts";

const chart: Chart = {
  title: "Exchange of prisoners",
  subtitle: "Released, people",
  source: "Two ministries, 24 May",
  alternative: "307 people of 1,000 were released.",
  language: "en",
  plot: { kind: "legs", legs: [{ label: "24 May", value: 307 }], target: 1_000, targetLabel: "Agreed" },
};
const pictured: Message = { ...sample, chart };
const notDrawn = (): Promise<never> => Promise.reject(new Error("no worker"));
/** Draws each chart as its title's bytes. */
const renderer: ChartRenderer = {
  keyOf: ({ title }) => Buffer.from(title).toString("hex"),
  png: (one) =>
    Promise.resolve({ key: renderer.keyOf(one), png: Buffer.from(one.title), width: 800, height: 450 }),
  svg: notDrawn,
  stop: () => Promise.resolve(),
};
const imageOf = (message: SeenMessage | undefined): string =>
  /"image":\{"url":"attachment:\/\/([^"]+)"/.exec(JSON.stringify(message?.body["embeds"]))?.[1] ?? "";

describe("a chart", () => {
  it("is a picture in the message, with what it says for who cannot see it", async () => {
    const stage = await openStage({ charts: renderer });

    await sent(stage, { message: pictured });

    const [message] = stage.fake.messages();
    expect(message?.attachments).toMatchObject([{ description: chart.alternative, size: 21 }]);
    expect(imageOf(message)).toBe(message?.attachments[0]?.filename);
    expect(seenText(message!)).not.toContain(chart.alternative);
  });

  it("is a picture too in a program that speaks to Telegram, whose HTTP client takes the place of discord.js's", async () => {
    createApi("1:token", "http://127.0.0.1:9");
    const stage = await openStage({ charts: renderer });

    await sent(stage, { message: pictured });

    expect(stage.fake.messages()[0]?.attachments).toMatchObject([{ size: 21 }]);
  });

  it("is not sent where who sends it is not the sender any more once it is drawn", async () => {
    let isHeld = true;
    const png = (one: Chart) => {
      isHeld = false;
      return renderer.png(one);
    };
    const stage = await openStage({ charts: { ...renderer, png } });

    const outcome = await stage.platform.send(
      sendOf(stage, { message: pictured, mayCall: () => isHeld }),
      never,
    );

    expect(outcome).toMatchObject({ kind: "wait", scope: "platform", retryAfterMs: 0 });
    expect(stage.fake.requests).toEqual([]);
  });

  it("is replaced by an edit, and gone with one that has none", async () => {
    const stage = await openStage({ charts: renderer });
    const id = await sent(stage, { message: pictured });
    const [message] = stage.fake.messages();
    const before = message?.attachments[0]?.filename;

    const next = { ...pictured, chart: { ...chart, title: "Second leg" } };
    await stage.platform.edit(editOf(stage, id, { message: next }), never);
    const after = message?.attachments.map(({ filename }) => filename);
    await stage.platform.edit(editOf(stage, id), never);

    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
    expect(message?.attachments).toEqual([]);
    expect(imageOf(message)).toBe("");
  });

  it("stands alone where a message has no other blocks", async () => {
    const stage = await openStage({ charts: renderer });

    await sent(stage, { message: messageWith({ chart }) });

    expect(imageOf(stage.fake.messages()[0])).not.toBe("");
  });

  it("is told in words when it cannot be drawn, and when there is nobody to draw it", async () => {
    const broken = await openStage({ charts: { ...renderer, png: notDrawn } });
    const none = await openStage();

    await sent(broken, { message: pictured });
    await sent(none, { message: pictured });

    expect(seenText(broken.fake.messages()[0]!)).toContain(chart.alternative);
    expect(seenText(none.fake.messages()[0]!)).toContain(chart.alternative);
  });

  it("is told in words when it takes too long to draw", async () => {
    const stage = await openStage({ charts: { ...renderer, png: () => new Promise(() => undefined) } });
    const sending = sent(stage, { message: pictured });

    await stage.clock.advance(8_000);
    await sending;

    expect(seenText(stage.fake.messages()[0]!)).toContain(chart.alternative);
  });

  it("is told in words where files are not allowed, or are too large for the channel", async () => {
    const stage = await openStage({ charts: renderer });
    await stage.platform.start(never);
    stage.fake.channel(stage.fake.channelId).permissions.delete("ATTACH_FILES");
    const other = stage.fake.addChannel("other");
    stage.fake.script({ path: `/${other.id}/`, trouble: { kind: "status", status: 413, code: 40_005 } });

    await sent(stage, { message: pictured });
    await sent(stage, {
      key: "k2",
      message: pictured,
      address: { platform: "discord", channel: other.id, thread: null },
    });

    expect(stage.fake.messages().map((one) => seenText(one).includes(chart.alternative))).toEqual([
      true,
      true,
    ]);
    expect(stage.fake.messages().every(({ body }) => Array.isArray(body["embeds"]))).toBe(true);
  });

  it("is in a forum's post, and in an answer, put off or not", async () => {
    const stage = await openStage({
      charts: renderer,
      run: () => Promise.resolve({ message: pictured, isPrivate: true }),
    });
    await stage.platform.start(never);
    const forum = stage.fake.addChannel("forum", "forum");

    await sent(stage, {
      message: pictured,
      address: { platform: "discord", channel: forum.id, thread: null },
    });
    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(stage.fake.messages().map(({ attachments }) => attachments.length)).toEqual([1, 1]);
    expect(answer.attachments[0]?.description).toBe(chart.alternative);
  });

  it("is left out of an answer that Discord refuses with it", async () => {
    const stage = await openStage({
      charts: renderer,
      run: () => Promise.resolve({ message: pictured, isPrivate: true }),
    });
    await stage.platform.start(never);
    stage.fake.script({ path: "/callback", trouble: { kind: "status", status: 413, code: 40_005 } });

    const answer = await stage.fake.user("1").runs("latest", { place: "a" }).answer;

    expect(seenText(answer)).toContain(chart.alternative);
  });
});
