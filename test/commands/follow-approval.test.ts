import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { textLanguages, textsOf } from "../../src/languages/texts.ts";
import { askingFirst, noticesOf, tried } from "./own-trial.ts";
import { createRig, wordsOf, type Rig } from "./rig.ts";
import { asBoss, asReader, feed, ownOf } from "./following.ts";

let rig: Rig;
afterEach(() => rig.store.close());

describe.each(textLanguages)("where the bot's admins are asked first, in %s", (language) => {
  const t = (key: string, values = {}): string => textsOf(language).text(key, values);
  const name = "The Harbour Post";
  beforeEach(async () => {
    rig = await createRig({
      ownSources: askingFirst,
      trySource: tried,
      defaults: { language, timeZone: "Europe/Kyiv" },
    });
    rig.become({ language });
    await rig.type("/subscribe");
  });

  it("a request waits, an admin approves it by button, and the chat hears of it", async () => {
    const asked = await rig.type(`/follow ${feed}`);
    expect(asked.title).toBe(t("followed-title-waiting", { name }));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    expect(wordsOf(await rig.type("/sources"))).toContain(t("source-halt-waiting"));
    const [request] = await noticesOf(rig, "1");
    if (request === undefined) throw new Error("nobody was asked");
    expect(wordsOf(request)).toContain(feed);

    asBoss(rig);
    const done = await rig.press(request, t("button-own-approve"));

    expect(wordsOf(done)).toContain(t("own-approve-done"));
    expect((await rig.store.sources.due(rig.clock.now(), 9)).map(({ source }) => source.url)).toEqual([feed]);
    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([
      t("own-approved-title", { name }),
    ]);
    expect(wordsOf(await rig.type("/audit"))).toContain(
      t("audit-source-approve", { subject: (await rig.store.sources.own())[0]?.source.id ?? "" }),
    );
    expect(rig.faults).toEqual([]);
  });

  it("an admin's own wish waits for nobody, and stands in the audit log", async () => {
    asBoss(rig);
    await rig.type("/subscribe");

    const followed = await rig.type(`/follow ${feed}`);
    await rig.type(`/follow ${feed}`);

    expect(followed.title).toBe(t("followed-title", { name }));
    const id = (await rig.store.sources.own())[0]?.source.id ?? "";
    expect(await rig.store.audit.list({ limit: 9 })).toMatchObject([
      { act: "source.follow", subject: id, by: "telegram:1", outcome: "done", after: feed },
    ]);
    expect(wordsOf(await rig.type("/audit"))).toContain(t("audit-source-follow", { subject: id }));
    expect(await noticesOf(rig, "1")).toEqual([]);
  });

  it("a request that is made again is one request", async () => {
    await rig.type(`/follow ${feed}`);
    const again = await rig.type(`/follow ${feed}`);

    expect(again.title).toBe(t("followed-title-waiting", { name }));
    expect(await noticesOf(rig, "1")).toHaveLength(1);
    expect(await ownOf(rig)).toHaveLength(1);
  });

  it("a refusal is told, stands in the list, and can be turned round by the admin", async () => {
    await rig.type(`/follow ${feed}`);
    const [request] = await noticesOf(rig, "1");
    if (request === undefined) throw new Error("nobody was asked");
    asBoss(rig);
    const refused = await rig.press(request, t("button-own-refuse"));

    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([t("own-refused-title", { name })]);
    // A second admin's button on what was decided decides nothing.
    const late = await rig.press(request, t("button-own-approve"));
    expect(wordsOf(late)).toContain(t("own-decided"));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    asReader(rig);
    expect((await rig.type(`/follow ${feed}`)).title).toBe(t("follow-refused", { name }));

    asBoss(rig);
    const turned = await rig.press(refused, t("button-own-approve"));
    expect(wordsOf(turned)).toContain(t("own-approve-done"));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toHaveLength(1);
    const back = await rig.press(turned, t("button-own-refuse"));
    expect(wordsOf(back)).toContain(t("own-refuse-done"));
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    expect((await rig.store.audit.list({ limit: 9 })).map(({ act, outcome }) => [act, outcome])).toEqual([
      ["source.refuse", "done"],
      ["source.approve", "done"],
      ["source.refuse", "done"],
    ]);
  });

  it("the buttons are an admin's only, pressed by anybody else they do nothing", async () => {
    await rig.type(`/follow ${feed}`);
    const [request] = await noticesOf(rig, "1");
    if (request === undefined) throw new Error("nobody was asked");

    for (const label of ["button-own-approve", "button-own-refuse"])
      expect((await rig.press(request, t(label))).title).toBe(t("refused-admin"));
    expect(await ownOf(rig)).toMatchObject([{ state: { halt: "waiting" } }]);
  });

  it("what was withdrawn meanwhile cannot be approved", async () => {
    const asked = await rig.type(`/follow ${feed}`);
    const [request] = await noticesOf(rig, "1");
    await rig.press(asked, t("button-unfollow", { name }));
    if (request === undefined) throw new Error("nobody was asked");

    asBoss(rig);
    const answer = await rig.press(request, t("button-own-approve"));

    expect(answer.title.length).toBeGreaterThan(0);
    expect(await rig.store.sources.own()).toEqual([]);
    expect(rig.faults).toEqual([]);
  });

  it("an admin lists what chats follow, and takes one out", async () => {
    await rig.type(`/follow ${feed}`);
    await noticesOf(rig, "1");
    asBoss(rig);
    const list = await rig.type("/sources own");
    expect(list.title).toBe(t("own-list-title", { count: 1 }));
    expect(wordsOf(list)).toContain(t("source-halt-waiting"));
    const id = (await rig.store.sources.own())[0]?.source.id ?? "";

    await rig.type(`/sources resume ${id}`);
    expect(await rig.store.sources.due(rig.clock.now(), 9)).toEqual([]);
    await rig.type(`/sources remove ${id} yes`);

    expect((await noticesOf(rig, "7")).map(({ title }) => title)).toEqual([t("own-removed-title", { name })]);
    expect(await rig.store.sources.own()).toEqual([]);
    expect((await rig.type("/sources own")).title).toBe(t("own-list-title", { count: 0 }));
  });
});
