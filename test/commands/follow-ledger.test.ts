import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { textsOf } from "../../src/languages/texts.ts";
import { Story } from "../ledger/story.ts";
import { askingFirst, tried } from "./own-trial.ts";
import { createRig, ownChat, wordsOf, type Rig } from "./rig.ts";
import { asBoss, asReader, feed, group, strike } from "./following.ts";

let rig: Rig;
afterEach(() => rig.store.close());

describe("what is asked where a chat has a ledger of its own", () => {
  let everybody: Story;
  let mine: Story;
  beforeEach(async () => {
    rig = await createRig({ ownSources: { ...askingFirst, mode: "on" }, trySource: tried });
    await rig.type("/subscribe");
    await rig.type(`/follow ${feed}`);
    const id = (await rig.store.chats.find(ownChat))?.id ?? -1;
    const policy = { ...defaultPolicy, holdMs: 0 };
    everybody = new Story(rig.store, policy);
    mine = new Story({ ...rig.store, ledger: rig.store.ownLedger(id) }, policy);
    rig.become({ address: group, administers: [group.channel] });
    await rig.type("/subscribe");
    asReader(rig);
  });
  const elsewhere = () => rig.become({ address: group });

  it("is answered with it there, and as if it were not elsewhere", async () => {
    const [alert] = await mine.tell({ ...strike("08:00", 3) });
    const id = alert?.development ?? "";

    expect(wordsOf(await rig.type(`/development ${id}`))).toContain("3 people died there");
    expect(wordsOf(await rig.type(`/development ${id}`))).toContain(
      "From a source that only this chat follows.",
    );
    expect(wordsOf(await rig.type(`/why ${id}`))).toContain("3 people died there");
    expect(wordsOf(await rig.type("/latest"))).toContain("3 killed");
    expect((await rig.type(`/mute ${id}`)).title).not.toContain("There is no");
    elsewhere();
    const unknown = textsOf("en").text("development-elsewhere");
    for (const line of [`/development ${id}`, `/why ${id}`, `/whynot ${id}`])
      expect((await rig.type(line)).title).toBe(unknown);
    for (const line of ["/latest", "/totals", "/search Kharkiv", "/status", "/sources", "/chart"])
      expect(wordsOf(await rig.type(line))).not.toMatch(/Harbour|3 killed/u);
    expect(await rig.commands.cards("strike", { platform: "telegram", id: "9", language: "en" })).toEqual([]);
  });

  it("is evidence apart under what everybody's sources tell, and is listed once", async () => {
    await everybody.tell(strike("08:00", 3, { outlet: "The Courier" }));
    await mine.tell(strike("09:00", 9));

    const here = wordsOf(await rig.type("/development d1"));
    expect(here).toContain("From this chat's own sources:");
    expect(here).toContain("The Harbour Post");
    expect(here).toMatch(/^.*3 killed/u);
    expect(wordsOf(await rig.type("/latest")).match(/killed/gu)).toHaveLength(1);
    elsewhere();
    const there = wordsOf(await rig.type("/development d1"));
    expect(there).not.toMatch(/Harbour|9/u);
    expect(wordsOf(await rig.type("/why d1"))).not.toContain("Harbour");
  });

  it("explains an address that only its source brought, and knows nothing of it elsewhere", async () => {
    await mine.tell({ ...strike("08:00", 3), id: "own-1" });
    const url = (await rig.store.ownLedger(1).reports({ limit: 1 }))[0]?.url ?? "";

    const here = wordsOf(await rig.type(`/whynot ${url}`));
    elsewhere();
    const there = wordsOf(await rig.type(`/whynot ${url}`));

    expect(here).toContain("3 killed");
    expect(there).not.toContain("3 killed");
  });

  it("is not for reviews, though an admin asks there", async () => {
    const [alert] = await mine.tell(strike("08:00", 3));
    asBoss(rig);
    rig.become({ address: ownChat, administers: [ownChat.channel] });

    const answer = await rig.type(`/review show ${alert?.development ?? ""}`);

    expect(wordsOf(answer)).not.toContain("3 killed");
    const details = await rig.type(`/development ${alert?.development ?? ""}`);
    expect(details.actions.map(({ command }) => command)).not.toContain("review");
  });
});
