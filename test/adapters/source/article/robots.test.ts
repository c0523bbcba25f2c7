import { describe, expect, it } from "vitest";
import { readRobots } from "../../../../adapters/source/article/robots.ts";

const allows = (text: string, path: string): boolean => readRobots(text, "tallywire").allows(path);

describe("robots.txt", () => {
  it.each([
    ["", "/a", true],
    ["User-agent: *\nDisallow: /", "/a", false],
    ["User-agent: *\nDisallow:", "/a", true],
    ["User-agent: *\nDisallow: /private", "/news", true],
    ["User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true],
    ["User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false],
    ["User-agent: *\nDisallow: /a\nAllow: /a", "/a", true],
    ["User-agent: Other\nDisallow: /", "/a", true],
    ["User-agent: *\nDisallow: /\n\nUser-agent: Tallywire\nAllow: /", "/a", true],
    ["User-agent: Tallywire/2.0\nDisallow: /a", "/a", false],
    ["User-agent: Tallywire\nUser-agent: Other\nDisallow: /a", "/a", false],
    [
      "User-agent: Tallywire\nDisallow: /a\nUser-agent: Other\nDisallow: /b\nUser-agent: tallywire\nDisallow: /c",
      "/c",
      false,
    ],
    ["User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false],
    ["User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true],
    ["User-agent: *\nDisallow: /*?print=", "/a?print=1", false],
    ["User-agent: *\nDisallow: /a$", "/ab", true],
    ["User-agent: *\nDisallow: /новини", "/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/1", false],
    ["\uFEFFUSER-AGENT : * # all\r\nDISALLOW : /a # no\r\nSitemap: https://a.example/s.xml", "/a", false],
    ["Disallow: /", "/a", true],
    ["<!doctype html><p>Not found</p>", "/a", true],
  ])("%j says of %s: %s", (text, path, isAllowed) => {
    expect(allows(text, path)).toBe(isAllowed);
  });

  it.each([
    ["User-agent: *\nCrawl-delay: 10\nDisallow: /a", 10_000],
    ["User-agent: *\nDisallow: /a\nCrawl-delay: 1.5", 1_500],
    ["User-agent: *\nCrawl-delay: 10\n\nUser-agent: tallywire\nCrawl-delay: 2", 2_000],
    ["User-agent: *\nCrawl-delay: 10\n\nUser-agent: tallywire\nDisallow: /a", 0],
    ["User-agent: other\nCrawl-delay: 10", 0],
    ["User-agent: *\nCrawl-delay: soon", 0],
    ["User-agent: *\nCrawl-delay: -5", 0],
    ["User-agent: *\nCrawl-delay: 1e9", 0],
  ])("%j asks for %d ms between two pages", (text, delayMs) => {
    expect(readRobots(text, "tallywire").delayMs).toBe(delayMs);
  });

  it("cannot be made slow by its patterns", () => {
    const robots = readRobots(`User-agent: *\nDisallow: /${"*a".repeat(100_000)}b`, "tallywire");
    const startedAt = performance.now();

    expect(robots.allows(`/${"a".repeat(2_000)}`)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
