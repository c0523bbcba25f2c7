import { describe, expect, it } from "vitest";

import {
  channelName,
  createTelegramChannelKind,
} from "../../../../adapters/source/telegram-channel/index.ts";
import { readChannelPage } from "../../../../adapters/source/telegram-channel/page.ts";
import { SourceError } from "../../../../src/errors.ts";
import type { PollResult } from "../../../../src/ports/source-kind.ts";
import { FRESH, sourceAt } from "../../../poll/memory-sources.ts";
import { page, post } from "./page.ts";

function onlyPost(html: string) {
  return readChannelPage(page(html))?.posts[0];
}

describe("a page", () => {
  it("gives title and posts, oldest first", () => {
    const read = readChannelPage(page(post({ id: 1 }), post({ id: 2 })));

    expect(read?.title).toBe("The Channel");
    expect(read?.posts).toEqual([
      {
        id: "channel/1",
        number: 1,
        url: "https://t.me/channel/1",
        text: "Post 1",
        publishedAt: Date.UTC(2025, 4, 24, 18, 1),
        forwardedFrom: null,
      },
      {
        id: "channel/2",
        number: 2,
        url: "https://t.me/channel/2",
        text: "Post 2",
        publishedAt: Date.UTC(2025, 4, 24, 18, 2),
        forwardedFrom: null,
      },
    ]);
  });

  it("keeps line breaks, emoji and escaped characters", () => {
    const html =
      'Збито <b>12</b> з 15<br/>БпЛА <tg-emoji><i class="emoji"><b>🔥</b></i></tg-emoji><br><br>A &amp; B &lt;c&gt;';

    expect(onlyPost(post({ id: 1, html }))?.text).toBe("Збито 12 з 15\nБпЛА 🔥\n\nA & B <c>");
  });

  it("attributes a forwarded post to its origin", () => {
    expect(onlyPost(post({ id: 1, forwardedFrom: "Air &amp; Sea" }))?.forwardedFrom).toBe("Air & Sea");
  });

  it("does not take a quoted message for the post's own words", () => {
    const extra =
      '<a class="tgme_widget_message_reply" href="https://t.me/channel/0"><div class="tgme_widget_message_text js-message_reply_text js-message_text">Old words: 500</div></a>';

    expect(onlyPost(post({ id: 2, extra }))?.text).toBe("Post 2");
  });

  it("reads the text of an album once, though its markup nests it in itself", () => {
    const html = '<div class="tgme_widget_message_text js-message_text">Album of 3</div>';

    expect(onlyPost(post({ id: 1, html }))?.text).toBe("Album of 3");
  });

  it("leaves service messages out", () => {
    expect(
      readChannelPage(page(post({ id: 1, isService: true }), post({ id: 2 })))?.posts.map(
        ({ number }) => number,
      ),
    ).toEqual([2]);
  });

  it.each([
    ["a channel without a preview", "<html><body><div class='tgme_page'>Contact</div></body></html>"],
    ["nothing", ""],
  ])("that is %s is none", (_, html) => {
    expect(readChannelPage(html)).toBeNull();
  });

  it("of a channel without posts is one without posts", () => {
    expect(readChannelPage(page())?.posts).toEqual([]);
  });

  it.each([
    ["tags without an end", `<div class="tgme_channel_history">${"<div class=x ".repeat(100_000)}`],
    ["deep nesting", `<div class="tgme_channel_history">${"<div>".repeat(20_000)}`],
  ])("with %s does not break the reader", (_, html) => {
    expect(() => readChannelPage(html)).not.toThrow();
  });
});

describe("a channel's address", () => {
  it.each([
    "https://t.me/some_channel",
    "https://t.me/s/some_channel",
    "https://t.me/s/some_channel/",
    "@some_channel",
  ])("is read from %s", (url) => {
    expect(channelName(url)).toBe("some_channel");
  });

  it.each(["https://t.me/+AbCdEf", "https://t.me/", "https://t.me/joinchat/x", "https://t.me/../x?y"])(
    "is not read from %s",
    (url) => {
      expect(() => channelName(url)).toThrow(SourceError);
    },
  );
});

/** Posts of the channel below come once a minute. */
const postedAt = (id: number): number => Date.UTC(2025, 4, 24, 0, id);

/** A channel of `count` posts whose pages show 20 of them, as the preview does. */
function channelOf(count: () => number, isDown: (url: string) => boolean = () => false) {
  const asked: string[] = [];
  const kind = createTelegramChannelKind(
    async (url) => {
      asked.push(url);
      if (isDown(url)) throw new SourceError("no", { code: "http-500" });
      const before = Number(new URL(url).searchParams.get("before") ?? Number.POSITIVE_INFINITY);
      const last = Math.min(count(), before - 1);
      const numbers = Array.from({ length: Math.min(20, last) }, (_, n) => last - Math.min(20, last) + n + 1);
      const body = new TextEncoder().encode(page(...numbers.map((id) => post({ id, at: postedAt(id) }))));
      return { status: 200, headers: {}, body, finalUrl: url, permanentUrl: null, freshMs: null };
    },
    { baseUrl: "http://127.0.0.1:9" },
  );
  const poll = (firstPolledAt: number | null, lastSuccessAt: number | null = null) =>
    kind.poll(
      sourceAt("c", "https://t.me/channel", { kind: "telegram-channel" }),
      { ...FRESH, firstPolledAt, lastSuccessAt },
      new AbortController().signal,
    );
  return { asked, poll };
}

function numbersOf(result: PollResult): number[] {
  return result.kind === "items" ? result.items.map(({ url }) => Number(url.split("/").at(-1))) : [];
}

describe("polling a channel", () => {
  it("takes the newest page at first sight", async () => {
    const channel = channelOf(() => 100);

    const result = await channel.poll(null);

    expect(numbersOf(result)).toEqual(Array.from({ length: 20 }, (_, n) => 81 + n));
    expect(channel.asked).toEqual(["http://127.0.0.1:9/s/channel"]);
  });

  it("asks for older pages until it meets what it has seen", async () => {
    let count = 100;
    const channel = channelOf(() => count);
    await channel.poll(null);
    count = 145;

    const numbers = numbersOf(await channel.poll(1));

    expect(numbers).toEqual(expect.arrayContaining(Array.from({ length: 45 }, (_, n) => 101 + n)));
    expect(channel.asked.slice(1)).toEqual([
      "http://127.0.0.1:9/s/channel",
      "http://127.0.0.1:9/s/channel?before=126",
      "http://127.0.0.1:9/s/channel?before=106",
    ]);
  });

  it("asks again for an older page that could not be had", async () => {
    let [count, isDown] = [100, true];
    const channel = channelOf(
      () => count,
      (url) => isDown && url.includes("before"),
    );
    await channel.poll(null);
    count = 130;
    const torn = await channel.poll(1, 1);
    isDown = false;
    count = 131;

    const mended = await channel.poll(1, 2);

    expect(numbersOf(torn)).toEqual(Array.from({ length: 20 }, (_, n) => 111 + n));
    expect(torn).toMatchObject({ validators: { etag: null, bodyHash: null } });
    expect(numbersOf(mended)).toEqual(expect.arrayContaining(Array.from({ length: 31 }, (_, n) => 101 + n)));
  });

  it("reads the same posts again when they could not be taken in", async () => {
    let count = 100;
    const channel = channelOf(() => count);
    await channel.poll(null);
    count = 145;
    const lost = await channel.poll(1, 1);

    const again = await channel.poll(1, 1);

    expect(numbersOf(again)).toEqual(numbersOf(lost));
  });

  it("tells how many posts it could not reach", async () => {
    let count = 100;
    const channel = channelOf(() => count);
    await channel.poll(null);
    count = 300;

    const result = await channel.poll(1);

    expect(numbersOf(result)).toHaveLength(120);
    expect(result).toMatchObject({ missed: 80 });
  });

  it("asks once when nothing is missing", async () => {
    const channel = channelOf(() => 100);
    await channel.poll(null);

    await channel.poll(1);

    expect(channel.asked).toHaveLength(2);
  });

  it.each([
    ["a minute ago", 99, 20],
    ["an hour ago", 40, 80],
    ["long ago", 1, 100],
    ["at a time that is not known", null, 40],
  ])("reaches back after a restart to what was last read %s", async (_, lastId, shown) => {
    const channel = channelOf(() => 100);

    const result = await channel.poll(1, lastId === null ? null : postedAt(lastId));

    expect(numbersOf(result)).toHaveLength(shown);
  });

  it("goes back five pages at most after a restart", async () => {
    const channel = channelOf(() => 400);

    expect(numbersOf(await channel.poll(1, postedAt(1)))).toHaveLength(120);
  });

  it("fails in words when there is no preview", async () => {
    const kind = createTelegramChannelKind(async (url) => ({
      status: 200,
      headers: {},
      body: new TextEncoder().encode("<html></html>"),
      finalUrl: url,
      permanentUrl: null,
      freshMs: null,
    }));

    await expect(
      kind.poll(sourceAt("c", "https://t.me/channel"), FRESH, new AbortController().signal),
    ).rejects.toMatchObject({ code: "no-preview" });
  });
});
