import { beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../src/model/message.ts";
import { event, figure, kyivOfficial, type Story } from "../ledger/story.ts";
import { makeSource } from "../contract/store/documents.ts";
import { askedStory, noonThere } from "./asked-story.ts";
import { ownChat, wordsOf, type Rig } from "./rig.ts";

let rig: Rig;
let story: Story;
let ids: Readonly<Record<string, string>>;
beforeEach(async () => {
  ({ rig, story, ids } = await askedStory());
});
const titles = (message: Message): readonly string[] =>
  message.selects?.flatMap(({ options }) => options.map(({ label }) => label)) ?? [];

describe("why", () => {
  it("names the settings that an alert met, and the sentence behind each number", async () => {
    await rig.type("/subscribe strike");
    await rig.type("/settings places Харківська область");
    await rig.type("/threshold killed 3");

    const words = wordsOf(await rig.type(`/why ${ids["place"]}`));

    expect(words).toContain("Topics: attacks and their victims, as this chat asks for");
    expect(words).toContain("Places: Kharkiv region, as this chat asks for");
    expect(words).toContain("Numbers: Killed: 3 or more, as this chat asks for");
    expect(words).toContain("Killed: 5 (A Ukrainian official)\nВ Харькове после удара погибли пять человек.");
  });

  it("quotes a sentence to its end, where who says it stands behind a semicolon", async () => {
    await rig.type("/subscribe");
    const places = ["UA:sumy", "UA-59", "UA"];
    await story.tell({
      at: "11:45",
      text: "It was a long night. In Sumy nine people were killed; the fires are out, an official said. Traffic goes on.",
      figures: [
        figure("killed", "UA", 9, { places, by: kyivOfficial, evidence: "In Sumy nine people were killed" }),
      ],
      events: [event("strike", "done", { places })],
    });

    const words = wordsOf(await rig.type(`/why ${story.alerts.at(-1)?.development ?? ""}`));

    expect(words).toContain("In Sumy nine people were killed; the fires are out, an official said.");
    expect(words).not.toContain("Traffic");
  });

  it("quotes the sentence that names who says a number rather than a headline with the same one", async () => {
    const places = ["UA:poltava", "UA-53", "UA"];
    const killed = (evidence: string) => figure("killed", "UA", 8, { places, by: kyivOfficial, evidence });
    const events = [event("strike", "done", { places })];
    const [title, text] = [
      "Poltava: 8 dead",
      "It was early. In Poltava 8 people were killed, an official said.",
    ];
    await story.tell({ at: "11:46", outlet: "The Title", title, figures: [killed(title)], events });
    await story.tell({
      at: "11:47",
      outlet: "The Text",
      text,
      figures: [killed("8 people were killed")],
      events,
    });
    const id = story.alerts.at(-1)?.development ?? "";

    expect(wordsOf(await rig.type(`/why ${id}`))).toContain(
      "In Poltava 8 people were killed, an official said.",
    );
    expect(wordsOf(await rig.type(`/development ${id}`))).toContain(
      "In Poltava 8 people were killed, an official said.",
    );
  });

  it("names of what was chosen only what the alert has", async () => {
    await rig.type("/subscribe");
    await rig.type("/settings places Суми, Харків, UA");
    await rig.type("/settings sides UA,x-hamas");
    await rig.type("/threshold killed 3 Харків");
    await rig.type("/threshold killed 100");
    await rig.type("/threshold prisoners 1000");

    const words = wordsOf(await rig.type(`/why ${ids["place"]}`));

    expect(words).toContain("Places: Kharkiv, Ukraine, as this chat asks for");
    expect(words).toContain("Sides: Ukraine, as this chat asks for");
    expect(words).toContain("Numbers: Killed: 3 or more, Kharkiv, as this chat asks for");
  });

  it("says which setting would keep it out today", async () => {
    await rig.type("/subscribe strike");

    expect(wordsOf(await rig.type(`/why ${ids["captives"]}`))).toContain(
      "Topics: by today’s settings it would not come",
    );
  });

  it("is asked in answer to a message of the chat", async () => {
    await rig.type("/subscribe");
    const chat = await rig.store.chats.find(ownChat);
    await story.tell({
      at: "11:45",
      figures: [
        figure("killed", "UA", 9, {
          places: ["UA:sumy", "UA-59", "UA"],
          by: kyivOfficial,
          evidence: "nine died",
        }),
      ],
      events: [event("strike", "done", { places: ["UA:sumy", "UA-59", "UA"] })],
    });
    await deliver(rig, "m77");
    rig.become({ about: "m77" });

    expect(chat?.state).toBe("active");
    expect(wordsOf(await rig.type("/why"))).toContain("nine died");
    rig.become({ about: "m1" });
    expect((await rig.type("/why")).title).toContain("That message tells no one development.");
  });

  it("leaves /mute, /unmute and /chart the development of the message that they answer", async () => {
    await rig.type("/subscribe");
    await story.tell({
      at: "11:45",
      figures: [figure("killed", "UA", 9, { places: ["UA:sumy", "UA-59", "UA"], by: kyivOfficial })],
      events: [event("strike", "done", { places: ["UA:sumy", "UA-59", "UA"] })],
    });
    await deliver(rig, "m77");
    const muted = async () => (await rig.store.chats.find(ownChat))?.subscription.mutedDevelopments;
    rig.become({ about: "m77" });

    const mute = await rig.type("/mute");
    const chart = await rig.type("/chart");
    const during = await muted();
    await rig.type("/unmute");
    rig.become({ about: "m1" });

    expect(wordsOf(mute)).toContain("Sumy");
    expect(during).toHaveLength(1);
    expect(await muted()).toEqual([]);
    expect(chart.chart?.title ?? chart.title).not.toBe("Charts");
    expect((await rig.type("/mute")).title).toBe("Mute this chat for how long?");
  });
});

describe("what was told to nobody", () => {
  const sumy = ["UA:sumy", "UA-59", "UA"];
  const poltava = ["UA:poltava", "UA-53", "UA"];
  const hit = (places: readonly string[], fields: Partial<Parameters<typeof event>[2]> = {}) =>
    event("strike", "done", { places, ...fields });
  async function whynotUntold(): Promise<string> {
    const untold = (await story.developments()).filter(({ told }) => told === null);
    return wordsOf(await rig.type(`/whynot ${untold.at(-1)?.id ?? ""}`));
  }

  it("is said to have numbers that are too small", async () => {
    const figures = [figure("injured", "UA", 2, { places: sumy, by: kyivOfficial })];
    await story.tell({ at: "11:45", figures, events: [hit(sumy)] });

    expect(await whynotUntold()).toContain(
      "Its numbers are below those from which it is told: somebody killed, 3 injured",
    );
  });

  it("is said to be hurt people of whom nobody says that they were attacked", async () => {
    const figures = [figure("killed", "UA", 2, { places: sumy, by: kyivOfficial })];
    await story.tell({ at: "11:45", figures });

    expect(await whynotUntold()).toContain("nobody tells of an attack yet");
  });

  it("is said to be likely misread where another place has its number, and which", async () => {
    for (const at of ["11:20", "11:30"])
      await story.tell({
        at,
        figures: [figure("killed", "UA", 7, { places: sumy, by: kyivOfficial })],
        events: [hit(sumy)],
      });
    await story.tell({
      at: "11:45",
      figures: [figure("killed", "UA", 7, { places: poltava })],
      events: [hit(poltava)],
    });

    expect(await whynotUntold()).toMatch(/Likely misread: it has the same number as “Sumy: .*” \(d\d+\)/u);
  });

  it("is said to be talks that are only announced", async () => {
    await story.tell({
      at: "11:45",
      events: [event("talks", "scheduled", { parties: ["RU", "UA"], by: kyivOfficial })],
    });

    expect(await whynotUntold()).toContain("not yet reported as held");
  });
});

describe("an alert that waits or was not for this chat", () => {
  const strike = () =>
    story.tell({
      at: "11:45",
      figures: [figure("killed", "UA", 9, { places: ["UA:sumy", "UA-59", "UA"], by: kyivOfficial })],
      events: [event("strike", "done", { places: ["UA:sumy", "UA-59", "UA"] })],
    });
  const newest = (): string => story.alerts.at(-1)?.development ?? "";

  it.each([
    ["/mute 8h", "Muted until"],
    ["/settings quiet 13:00-23:00", "The quiet hours of this chat, 13:00–23:00, hold it."],
  ])("is said to be held after %s", async (line, words) => {
    await rig.type("/subscribe");
    await rig.type(line);
    await strike();
    const { outbox } = rig.store;
    const now = rig.clock.now();
    const dueAt = now + 3_600_000;
    while (await outbox.expand({ now, maxChats: 100, plan: () => ({ isLoud: true, holdUntil: dueAt }) }))
      continue;

    expect(wordsOf(await rig.type(`/whynot ${newest()}`))).toContain(words);
    expect(wordsOf(await rig.type(`/why ${newest()}`))).toContain("not as a message of its own");
  });

  it("is said to have been told here only where it came", async () => {
    const before = wordsOf(await rig.type(`/why ${ids["place"]}`));
    await rig.type("/subscribe");
    await strike();
    await deliver(rig, "m77");

    expect(before).toContain("Last told elsewhere");
    expect(wordsOf(await rig.type(`/why ${newest()}`))).toMatch(/Last told (?!elsewhere)/u);
  });
});

/** What of a message may only be our own words: there the bot's commands can be tapped. */
const ownWords = ({ title, blocks }: Message): string =>
  [title, ...blocks.map((block) => (block.kind === "text" || block.kind === "note" ? block.text : ""))].join(
    "\n",
  );

describe("words of a report", () => {
  it("stand as such in every answer about it, so that none of them can be tapped as a command", async () => {
    const [alert] = await story.tell({
      at: "11:45",
      outlet: "Read /mute",
      title: "Read /unsubscribe now",
      figures: [
        figure("killed", "UA", 9, {
          places: ["UA:sumy", "UA-59", "UA"],
          by: { name: "Speaker /forget", side: "UA" },
          evidence: "nine died",
        }),
      ],
      events: [event("strike", "done", { places: ["UA:sumy", "UA-59", "UA"] })],
    });
    const id = alert?.development ?? "";

    const why = await rig.type(`/why ${id}`);
    const whynot = await rig.type(`/whynot ${await urlOf(rig, id)}`);

    expect(wordsOf(why)).toContain("Speaker /forget");
    expect(wordsOf(whynot)).toContain("Read /unsubscribe now");
    expect(ownWords(why) + ownWords(whynot)).not.toMatch(/\/(?:forget|mute|unsubscribe)/u);
  });
});

describe("why not", () => {
  const address = (at: number): string => `https://courier.example/${at}`;

  it("says that an outlet is not followed, or that an item has not come", async () => {
    await rig.store.sources.add(makeSource(), noonThere);

    expect((await rig.type("/whynot https://elsewhere.example/a")).title).toBe(
      "elsewhere.example is not followed.",
    );
    expect(wordsOf(await rig.type("/whynot www.courier.example/unseen"))).toContain(
      "has not come through its feed.\nThe Invented Courier: Not polled yet.",
    );
    expect((await rig.type("/whynot something")).title).toContain("Give the address");
    expect(address(1)).toContain("courier");
  });

  it("finds a report however its address is spelled, and explains each development of it", async () => {
    const url = await urlOf(rig, ids["place"] ?? "");
    await rig.type("/subscribe exchange");

    const answer = await rig.type(`/whynot ${url.replace("https://", "http://www.")}/?utm_source=x`);

    expect(wordsOf(answer)).toContain(`(${ids["place"]})\nKept out by the settings of this chat: Topics.`);
    expect(titles(answer)).toHaveLength(1);
  });

  it.each([
    ["/mute 8h", "Muted until 4 March at 22:00"],
    ["/settings pace digest", "This chat gets a digest only."],
    ["/settings sound loud", "It was told before this chat subscribed"],
  ])("after %s says: %s", async (line, words) => {
    await rig.type("/subscribe");
    await rig.type(line);

    expect(wordsOf(await rig.type(`/whynot ${ids["place"]}`))).toContain(words);
  });

  it("says of a chat that is not subscribed that it is not", async () => {
    expect(wordsOf(await rig.type(`/whynot ${ids["place"]}`))).toContain("This chat is not subscribed.");
  });

  it("says into what a development was merged", async () => {
    const [captives, place] = [ids["captives"] ?? "", ids["place"] ?? ""];
    const [from] = await rig.store.ledger.stored([place]);
    const state = await rig.store.ledger.journal({ limit: 100 });
    if (from === undefined) throw new Error("no development");
    await rig.store.ledger.commit({
      version: state.at(-1)?.version ?? 0,
      report: null,
      change: {
        cause: { kind: "review", by: "telegram:1", note: "" },
        at: noonThere,
        developments: [{ ...from, mergedInto: captives }],
        operations: [],
      },
      alerts: [],
    });

    expect(wordsOf(await rig.type(`/whynot ${place}`))).toContain(
      `${place} turned out to be the same as ${captives}.`,
    );
  });

  it("says that nothing was read in a report, or only background", async () => {
    await rig.store.ledger.keep([kept("empty", [])]);
    await rig.store.ledger.keep([kept("background", [figure("killed", "UA", 12_000, { scope: "overall" })])]);

    expect(wordsOf(await rig.type("/whynot https://kept.example/empty"))).toContain("Nothing was read in it");
    expect(wordsOf(await rig.type("/whynot https://kept.example/background"))).toContain(
      "read as background",
    );
  });
});

function kept(id: string, figures: readonly ReturnType<typeof figure>[]) {
  return {
    report: {
      id,
      lang: "en",
      publishedAt: noonThere,
      seenAt: noonThere,
      source: { name: "The Kept", side: null },
      url: `https://kept.example/${id}`,
      title: "",
      text: "Words.",
      isBackfill: false,
      isStateControlled: false,
    },
    reading: { figures, events: [], parties: [], places: [], lang: "en" },
    signature: null,
    bands: [],
    mark: null,
  };
}

async function urlOf(rig: Rig, id: string): Promise<string> {
  const development = await rig.store.ledger.development(id);
  const report = await rig.store.ledger.report(development?.reports[0] ?? "");
  return report?.url ?? "";
}

/** Sends what waits, as the platform would, and answers with that message id. */
async function deliver(rig: Rig, messageId: string): Promise<void> {
  const { outbox } = rig.store;
  const now = rig.clock.now();
  const plan = () => ({ isLoud: true });
  while (await outbox.expand({ now, maxChats: 100, plan })) continue;
  const lease = await outbox.holdSenderLease("telegram", "h", now, 60_000);
  const claimed = await outbox.claim({
    platform: "telegram",
    now,
    leaseMs: 60_000,
    limit: 10,
    exceptChannels: [],
    fence: lease?.fence ?? 0,
    plan,
    planNotice: () => ({ isLoud: true }),
  });
  for (const delivery of claimed)
    await outbox.settle(delivery, { kind: "sent", messageId, isEdit: false, revision: 1 }, now);
}
