import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { envExample, readConfig } from "../../src/config.ts";
import { ConfigError } from "../../src/errors.ts";

describe("the configuration", () => {
  it("is complete with nothing given", () => {
    expect(readConfig({})).toMatchObject({
      DATABASE_URL: "data/local/tallywire.db",
      HTTP_PORT: 8080,
      ALLOW_PRIVATE_SOURCES: false,
      TELEGRAM_BOT_TOKEN: undefined,
    });
  });

  it("takes .env.example as it is", () => {
    const lines = envExample()
      .split("\n")
      .filter((line) => /^[A-Z]/u.test(line));
    const environment = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
    );

    expect(readConfig(environment)).toEqual(readConfig({}));
  });

  it("reads lists of admins", () => {
    expect(readConfig({ TELEGRAM_ADMIN_IDS: " 12, 34 ,56" }).TELEGRAM_ADMIN_IDS).toEqual(["12", "34", "56"]);
  });

  it.each([
    ["HTTP_PORT", "80800"],
    ["HTTP_PORT", "eighty"],
    ["POLL_INTERVAL_SECONDS", "1"],
    ["DEFAULT_TIME_ZONE", "Europe/Nowhere"],
    ["DEFAULT_LANGUAGE", "fr"],
    ["TELEGRAM_ADMIN_IDS", "12,me"],
    ["TELEGRAM_API_ROOT", "ftp://example.org"],
    ["ALLOW_PRIVATE_SOURCES", "perhaps"],
    ["LOG_FORMAT", "xml"],
    ["TELL_KINDS", "exchange,weather"],
    ["APPROVAL_FROM_PEOPLE", "many"],
    ["APPROVAL_AT_TIMEOUT", "wait"],
    ["CHAT_SOURCES", "yes"],
    ["CHAT_SOURCES_PER_CHAT", "0"],
    ["CHAT_SOURCES_PER_CHAT", "21"],
    ["CHAT_SOURCES_IN_ALL", "many"],
    ["CHAT_SOURCES_INTERVAL_SECONDS", "5"],
    ["CONTACT", "Олена, Київ"],
    ["CONTACT", "me (at) example.org"],
  ])("refuses %s=%s by name", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`${name} is`, "u"));
  });

  it("lists every fault at once and repeats no value", () => {
    const read = (): unknown =>
      readConfig({ TELEGRAM_BOT_TOKEN: "secret-without-colon", HTTP_PORT: "x", LOG_LEVEL: "loud" });

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/3 faults[\s\S]*TELEGRAM_BOT_TOKEN[\s\S]*HTTP_PORT[\s\S]*LOG_LEVEL/u);
    expect(read).not.toThrow(/secret-without-colon/u);
  });

  it("is described by .env.example as it is in the code", () => {
    expect(readFileSync(new URL("../../.env.example", import.meta.url), "utf8")).toBe(envExample());
  });
});
