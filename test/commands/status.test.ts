import { describe, expect, it } from "vitest";
import { makePollState, makeSource, noon } from "../contract/store/documents.ts";
import { createRig, ownChat, wordsOf } from "./rig.ts";

describe("status", () => {
  it.each([
    ["en", ["1 source is followed", "1 source fails or is silent", "Courier: The last 3 polls failed"]],
    ["uk", ["за 1 джерелом", "1 джерело не працює", "Останні 3 опитування не вдалися"]],
    ["ru", ["за 1 источником", "1 источник не работает", "Последние 3 опроса не удались"]],
  ])("says in %s what is followed and what fails", async (language, parts) => {
    const rig = await createRig();
    rig.become({ language });
    await rig.store.sources.add(makeSource(), noon);
    await rig.store.sources.saveState(
      "courier",
      makePollState({ failures: 3, firstFailureAt: noon, failure: { code: "dns", text: "no such host" } }),
    );

    const words = wordsOf(await rig.type("/status"));

    for (const part of parts) expect(words).toContain(part);
  });

  it("says of no sources that they answer where none is followed", async () => {
    const rig = await createRig();

    expect(wordsOf(await rig.type("/status"))).not.toContain("All sources answer");
  });

  it("says why a chat's alerts rest, and what is lacking", async () => {
    const rig = await createRig();
    rig.become({ missing: ["send"] });
    await rig.type("/subscribe");
    const chat = await rig.store.chats.find(ownChat);
    await rig.store.chats.markGone(chat?.id ?? 0, "no-rights: HTTP 403, code 50013", noon);

    const words = wordsOf(await rig.type("/status"));

    expect(words).toContain("Alerts rest in this chat: I may not write here.");
    expect(words).toContain("send messages");
  });

  it("names the quiet hours of this chat", async () => {
    const rig = await createRig();
    await rig.type("/subscribe exchange");
    await rig.type("/settings quiet 23:00-07:00");

    expect(wordsOf(await rig.type("/status"))).toContain("At once.\nQuiet hours: 23:00–07:00");
  });

  it("says how this chat is told", async () => {
    const rig = await createRig();
    await rig.type("/subscribe exchange");
    await rig.type("/mute 8h");

    expect(wordsOf(await rig.type("/status"))).toContain(
      "This chat: exchanges. At once.\nMuted until 24 May at 23:00",
    );
  });
});
