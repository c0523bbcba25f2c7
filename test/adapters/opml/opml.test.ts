import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readOpml, writeOpml } from "../../../adapters/opml/index.ts";
import { makeSource } from "../../contract/store/documents.ts";

describe("an OPML file", () => {
  it("gives back every field of the sources that were written to it", () => {
    // Control characters cannot stand in XML and are left out.
    const text = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .filter((each) => !/\p{Cc}/u.test(each))
      .map((each) => `x${each}y`);
    const source = fc.record({
      name: text,
      note: fc.oneof(fc.constantFrom("", "two\n\tlines"), text),
      kind: fc.constantFrom("feed", "telegram-channel"),
      lang: fc.constantFrom(null, "uk", "en"),
      side: fc.constantFrom(null, "UA", "x-invented"),
      isUrgent: fc.boolean(),
      isStateControlled: fc.boolean(),
    });
    fc.assert(
      fc.property(source, (fields) => {
        const whole = makeSource(fields);

        const [read] = readOpml(writeOpml([whole], "Sources"));

        const { lang, side, isUrgent, isStateControlled, note, ...rest } = whole;
        expect({
          lang: null,
          side: null,
          isUrgent: false,
          isStateControlled: false,
          note: "",
          ...read,
        }).toEqual({
          lang,
          side,
          isUrgent,
          isStateControlled,
          note,
          ...rest,
        });
      }),
    );
  });

  it("lets other readers subscribe to feeds, and to nothing that is none", () => {
    const text = writeOpml(
      [
        makeSource({ url: "https://outlet.example/feed?a=1&b=2", name: "Outlet", lang: "uk" }),
        makeSource({ id: "c", kind: "telegram-channel", url: "https://t.me/s/channel" }),
      ],
      "Sources",
    );

    expect(text).toContain(
      'type="rss" text="Outlet" title="Outlet" xmlUrl="https://outlet.example/feed?a=1&amp;b=2"',
    );
    expect(text).toContain('type="link"');
    expect(text.match(/xmlUrl/g)).toHaveLength(1);
  });

  it("of another reader is read through its folders, whatever its version", () => {
    const outlines = readOpml(`<?xml version="1.0"?>
      <opml version="1.1"><head><title>t</title></head><body>
        <outline text="News"><outline text="One &amp; all" xmlUrl="https://one.example/feed" language="uk-UA"/>
          <outline text="Deep"><outline title="Two" text="x" xmlurl=" https://two.example/rss "/></outline></outline>
        <outline text="A page" type="link" url="https://page.example"/>
      </body></opml>`);

    expect(outlines).toEqual([
      { url: "https://one.example/feed", name: "One & all", lang: "uk" },
      { url: "https://two.example/rss", name: "Two" },
    ]);
  });

  it("may bind our namespace to any prefix, and values that are none of ours are left out", () => {
    const [outline] = readOpml(
      `<opml xmlns:q="urn:tallywire:opml:1"><body><outline xmlUrl="https://a.example" q:id="../x" q:side="UA" q:urgent="maybe" tallywire:note="no"/></body></opml>`,
    );

    expect(outline).toEqual({ url: "https://a.example", side: "UA" });
  });

  it.each([
    ["a page", "<!doctype html><html><body>no</body></html>"],
    ["nothing", ""],
    ["depth without end", `<opml>${"<outline>".repeat(100_000)}`],
    ["too many outlines", `<opml>${'<outline xmlUrl="https://a.example"/>'.repeat(30_000)}`],
  ])("is told from %s", (_, text) => {
    expect(() => readOpml(text)).toThrow(expect.objectContaining({ code: "not-opml" }));
  });
});
