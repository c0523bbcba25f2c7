import { describe, expect, it } from "vitest";
import { composeOnce } from "../../src/alert/compose-once.ts";
import { alertOf } from "../outbox/scene.ts";

const english = { language: "en", timeZone: "UTC", isPossibleRepeat: false };

/** Counts how often a message is made. */
function counted() {
  let made = 0;
  const compose = composeOnce((alerts, { language }) => {
    made += 1;
    return { title: `${alerts.length} ${language}`, blocks: [], actions: [], language };
  });
  return { compose, made: () => made };
}

describe("a message that many chats are told", () => {
  const [first, second] = [alertOf({ seq: 1 }), alertOf({ seq: 2 })] as const;

  it("is made once for each wording", () => {
    const { compose, made } = counted();

    const messages = [english, english, { ...english, timeZone: "Europe/Kyiv" }, english].map((wording) =>
      compose([first], wording),
    );

    expect(made()).toBe(2);
    expect(messages[3]).toBe(messages[0]);
  });

  it.each([
    ["language", { ...english, language: "uk" }],
    ["time zone", { ...english, timeZone: "Europe/Kyiv" }],
    ["mark of a possible repeat", { ...english, isPossibleRepeat: true }],
    ["the message that it points to", { ...english, pointsTo: "https://t.me/c/1/2" }],
    ["its number", { ...english, isNumbered: true as const }],
  ])("differs by %s", (_, wording) => {
    const { compose, made } = counted();
    compose([first], english);

    compose([first], wording);

    expect(made()).toBe(2);
  });

  it("differs by what the chat was not shown yet", () => {
    const { compose } = counted();

    const titles = [[second], [first, second]].map((alerts) => compose(alerts, english).title);

    expect(titles).toEqual(["1 en", "2 en"]);
  });

  it("is made each time while its alert has no number", () => {
    const { compose, made } = counted();
    const unstored = alertOf({ seq: null });

    compose([unstored], english);
    compose([unstored], english);

    expect(made()).toBe(2);
  });
});
