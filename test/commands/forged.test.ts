import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeAlert, makeDevelopment, makeSource, makeTold, noon } from "../contract/store/documents.ts";
import { createRig, ownChat, type Rig } from "./rig.ts";

/** Words that mean something somewhere, and words that nobody of sound mind would type. */
const word = fc.oneof(
  fc.constantFrom(
    ..."all any off on in of find unknown which here show kinds places sources +exchange -exchange =exchange,strike #zzzz 1 2 99 999".split(
      " ",
    ),
    ..."UA UA-63 UA:kharkiv +UA -UA RU-UA +_1234567 -_1234567 d1 d2 o1 d999999999999 ~1 ~-zz ~zz.zz s-ex s-all--cXX--pYY".split(
      " ",
    ),
    ..."23:00-07:00 25:99-1 08:30 day8 friday п'ятниця killed drones 5 0 -5 1e9 Kharkiv Харкові https://courier.example/1".split(
      " ",
    ),
    ..."constructor __proto__ toString hasOwnProperty null undefined NaN %00 ../../etc {$n} <b> @everyone <@&1> \u202e".split(
      " ",
    ),
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constant("я".repeat(5_000)),
);

async function createTown(): Promise<Rig> {
  const rig = await createRig();
  await rig.store.sources.add(makeSource(), noon);
  await rig.store.ledger.commit({
    version: 0,
    report: null,
    change: {
      cause: { kind: "hold" },
      at: noon,
      developments: [makeDevelopment({ conflict: "RU-UA", told: makeTold() })],
      operations: [],
    },
    alerts: [makeAlert({ conflict: "RU-UA" })],
  });
  await rig.type("/subscribe");
  return rig;
}

describe("whatever is typed or pressed", () => {
  it("is answered within the platforms' limits, without a fault, and leaves settings that are whole", async () => {
    const rig = await createTown();
    const lines = rig.commands.specs.flatMap(({ name, subcommands }) =>
      subcommands.length === 0 ? [name] : subcommands.map((part) => `${name} ${part.name}`),
    );
    const line = fc.tuple(fc.constantFrom(...lines), fc.array(word, { maxLength: 5 }));

    await fc.assert(
      fc.asyncProperty(line, async ([command, words]) => {
        await rig.clock.advance(3_600_000);
        await rig.type(`/${command} ${words.join(" ")}`);

        expect(rig.faults).toEqual([]);
        const chat = await rig.store.chats.find(ownChat);
        if (chat !== null) expect(Object.values(chat.subscription)).not.toContain(undefined);
      }),
      { numRuns: 400 },
    );
  }, 120_000);

  it("is completed without a fault", async () => {
    const rig = await createTown();
    const asked = rig.commands.specs.flatMap(({ name, subcommands, options }) =>
      (subcommands.length === 0 ? [{ name: null, options }] : subcommands).flatMap((part) =>
        part.options.map((option) => ({ command: name, subcommand: part.name, option: option.name })),
      ),
    );

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...asked), word, async (option, typed) => {
        const user = { platform: "telegram", id: "7", language: "uk" };
        const found = await rig.commands.complete({ ...option, typed, address: ownChat, user });

        expect(rig.faults).toEqual([]);
        expect(found.length).toBeLessThanOrEqual(25);
        for (const { label } of found) expect(label.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it("is completed after kinds by their names, and without a word that names none", async () => {
    const rig = await createTown();
    const user = { platform: "telegram", id: "7", language: "uk" };
    const option = { command: "subscribe", subcommand: null, option: "kinds" };
    const found = await rig.commands.complete({
      ...option,
      typed: "обміни, сарана, удар",
      address: ownChat,
      user,
    });

    expect(rig.faults).toEqual([]);
    expect(found.map(({ value }) => value)).toEqual(["exchange,strike"]);
  });

  it("is searched for in cards without a fault", async () => {
    const rig = await createTown();
    let id = 0;

    await fc.assert(
      fc.asyncProperty(word, async (query) => {
        const user = { platform: "telegram", id: String((id += 1)), language: null };
        const cards = await rig.commands.cards(query, user);

        expect(rig.faults).toEqual([]);
        for (const card of cards) expect(card.id).toMatch(/^[\x21-\x7e]{1,64}$/u);
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
