import { beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../src/model/message.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { event, figure, kyivOfficial, Story } from "../ledger/story.ts";
import { createRig, wordsOf, type Rig } from "./rig.ts";
import { tellExchange } from "./told-exchange.ts";

/** What waits for an admin's chat. */
async function noticesTo(rig: Rig): Promise<readonly Message[]> {
  const { outbox } = rig.store;
  const now = rig.clock.now();
  const lease = await outbox.holdSenderLease("telegram", "h", now, 60_000);
  const claimed = await outbox.claim({
    platform: "telegram",
    now,
    leaseMs: 60_000,
    limit: 9,
    exceptChannels: [],
    fence: lease?.fence ?? 0,
    plan: () => null,
    planNotice: () => ({ isLoud: true }),
  });
  return claimed.flatMap((delivery) => (delivery.kind === "notice" ? [delivery.notice.message] : []));
}

describe("an error report", () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await createRig();
    await tellExchange(rig);
  });

  it("reaches the admins with the alert and its evidence", async () => {
    const development = await rig.type("/development d1");
    const thanks = await rig.press(development, "Report an error", "It was 308");
    const [notice] = await noticesTo(rig);

    expect(thanks.title).toContain("Thank you");
    expect(wordsOf(notice as Message)).toContain("It was 308");
    expect(wordsOf(notice as Message)).toContain("d1: Prisoner exchange: 307 to Ukraine");
    expect(wordsOf(notice as Message)).toContain("307 people came home, the invented ministry said");
    expect(notice?.actions).toEqual([
      { command: "development", argument: "d1", label: "Details and sources" },
      { command: "review", argument: "show d1", label: "Review" },
      { command: "review", argument: "close 1", label: "Dealt with" },
    ]);
  });

  it("quotes a sentence that several numbers stand in once", async () => {
    const story = new Story(rig.store, { ...defaultPolicy, holdMs: 0 });
    const places = ["UA:sumy", "UA-59", "UA"];
    const evidence = "In Sumy nine people were killed and two injured";
    await story.tell({
      at: "11:45",
      figures: [
        figure("killed", "UA", 9, { places, by: kyivOfficial, evidence }),
        figure("injured", "UA", 2, { places, by: kyivOfficial, evidence }),
      ],
      events: [event("strike", "done", { places })],
    });

    await rig.type(`/report ${story.alerts.at(-1)?.development ?? ""} the number is of last year`);
    const [notice] = await noticesTo(rig);

    expect(wordsOf(notice as Message).split(evidence)).toHaveLength(2);
  });

  it("of a development that there is not goes to nobody, and says so", async () => {
    const answer = await rig.type("/report d999 the number is wrong");

    expect(answer.title).not.toContain("Thank you");
    expect(await noticesTo(rig)).toEqual([]);
  });

  it("says how it is made when nothing is named", async () => {
    expect((await rig.type("/report")).title).toContain("/report d12");
    expect((await rig.type("/report d1")).actions[0]?.ask?.title).toBe("What is wrong?");
    expect(await noticesTo(rig)).toEqual([]);
  });

  it("is made now and then, so that nobody drowns the admins", async () => {
    for (let at = 0; at < 3; at += 1) await rig.type("/report d1 wrong");

    expect((await rig.type("/report d1 wrong")).title).toContain("Please try again in 300 s");
    expect(await noticesTo(rig)).toHaveLength(1);
  });

  it("is limited by what is sent, not by how often somebody asks how it is made", async () => {
    for (let at = 0; at < 5; at += 1) await rig.type("/report d1");

    expect((await rig.type("/report d1 wrong")).title).toContain("Thank you");
  });

  it("says so when no admin can be reached", async () => {
    const lonely = await createRig({ adminChats: [] });

    expect((await lonely.type("/report something is wrong")).title).toContain("No admin can be reached");
  });
});
