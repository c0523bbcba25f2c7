import { describe, expect, it } from "vitest";

import { editSource, newSource, type SourceWords } from "../../src/poll/source-form.ts";
import { FRESH, memorySources, sourceAt } from "./memory-sources.ts";
import { START_AT } from "./rig.ts";

const rules = { allowPrivate: false };

describe("a new source", () => {
  it.each([
    ["https://t.me/s/some_channel", "telegram-channel", "https://t.me/s/some_channel", "t-me-some-channel"],
    ["https://t.me/some_channel", "telegram-channel", "https://t.me/s/some_channel", "t-me-some-channel"],
    [" https://www.outlet.example/rss ", "feed", "https://www.outlet.example/rss", "outlet-example-rss"],
    ["https://новини.example/стрічка", "feed", /^https:\/\/xn--/u, /^xn-[a-z0-9-]+-example-[a-z0-9-]+$/u],
    ["https://t.me/some_channel/123", "telegram-channel", "https://t.me/s/some_channel", "t-me-some-channel"],
    [
      "https://t.me/some_channel?single",
      "telegram-channel",
      "https://t.me/s/some_channel",
      "t-me-some-channel",
    ],
    [
      "https://telegram.me/some_channel",
      "telegram-channel",
      "https://t.me/s/some_channel",
      "t-me-some-channel",
    ],
    ["https://www.t.me/some_channel", "telegram-channel", "https://t.me/s/some_channel", "t-me-some-channel"],
    ["@some_channel", "telegram-channel", "https://t.me/s/some_channel", "t-me-some-channel"],
  ])("of %s is told by its address", (url, kind, followed, id) => {
    const source = newSource(url, {}, rules);

    expect([source.kind, source.url, source.id]).toEqual([
      kind,
      typeof followed === "string" ? followed : expect.stringMatching(followed),
      typeof id === "string" ? id : expect.stringMatching(id),
    ]);
  });

  it.each([
    ["no address", "bad-url"],
    ["ftp://outlet.example/feed", "bad-url"],
    ["https://me:secret@outlet.example/feed", "bad-url"],
    ["https://outlet.example:25/feed", "bad-url"],
    [`https://outlet.example/${"x".repeat(8_000)}`, "bad-url"],
    ["https://t.me/+AbCdEf", "private-channel"],
    ["https://t.me/joinchat/AbCdEf", "private-channel"],
    ["https://t.me/c/1/2", "private-channel"],
    ["http://127.0.0.1/feed", "private-address"],
    ["http://2130706433/feed", "private-address"],
    ["http://[::ffff:10.0.0.1]/feed", "private-address"],
    ["http://[::1]/feed", "private-address"],
    ["http://[3fff::1]/feed", "private-address"],
    ["http://localhost/feed", "private-address"],
    ["http://a.localhost./feed", "private-address"],
    ["http://printer.local/feed", "private-address"],
    ["http://metadata.google.internal/", "private-address"],
  ])("is not followed at %s", (url, code) => {
    expect(() => newSource(url, {}, rules)).toThrow(expect.objectContaining({ name: "SourceError", code }));
  });

  it("may stand on a private address where the operator allows it", () => {
    expect(newSource("http://127.0.0.1:8080/feed", {}, { allowPrivate: true }).url).toBe(
      "http://127.0.0.1:8080/feed",
    );
  });

  it.each<[SourceWords]>([
    [{ lang: "Ukrainian" }],
    [{ side: "ua" }],
    [{ side: "x-" }],
    [{ name: " \n " }],
    [{ name: "x".repeat(101) }],
    [{ note: "x".repeat(501) }],
  ])("is refused with %j", (words) => {
    expect(() => newSource("https://outlet.example/feed", words, rules)).toThrow(
      expect.objectContaining({ code: "bad-source", permanent: true }),
    );
  });
});

describe("an edit", () => {
  const followed = sourceAt("a", "https://a.example/feed", { isUrgent: true, side: "UA" });
  const edit = (store: ReturnType<typeof memorySources>, words: SourceWords, id = "a") =>
    editSource(store, { id, words, rules, now: START_AT });

  it("changes what is said and leaves the rest", async () => {
    const store = memorySources(followed);

    expect(await edit(store, { name: "A\u2028B", side: "none", urgent: false, note: "slow" })).toBe(true);

    expect((await store.find("a"))?.source).toEqual({
      ...followed,
      name: "A B",
      side: null,
      isUrgent: false,
      note: "slow",
    });
  });

  it("of the address begins anew, a source that was gone too", async () => {
    const store = memorySources(followed);
    await store.saveState("a", { ...FRESH, halt: "gone", failures: 9, firstPolledAt: 1, etag: '"a"' });

    await edit(store, { url: "https://b.example/feed" });

    expect((await store.find("a"))?.source).toEqual({ ...followed, url: "https://b.example/feed" });
    expect(store.state("a")).toEqual({ ...FRESH, dueAt: START_AT });
  });

  it("with the address that it has keeps what is known of it", async () => {
    const store = memorySources(followed);
    await store.saveState("a", { ...FRESH, firstPolledAt: 1, etag: '"a"' });

    await edit(store, { url: followed.url });

    expect(store.state("a")).toMatchObject({ firstPolledAt: 1, etag: '"a"' });
  });

  it("of nothing is refused, and one of nobody says so", async () => {
    const store = memorySources(followed);

    await expect(edit(store, {})).rejects.toMatchObject({ code: "bad-source" });
    await expect(edit(store, { url: "http://10.0.0.1/" })).rejects.toMatchObject({ code: "private-address" });
    expect(await edit(store, { urgent: true }, "nobody")).toBe(false);
  });
});
