/** Chats that follow a source by themselves, for the tests of what they may do and what they are told. */

import type { ChatAddress } from "../../src/model/chat.ts";
import { event, figure, kyivOfficial, type Told } from "../ledger/story.ts";
import { ownChat, type Rig } from "./rig.ts";

/** The address of a source that can be read, and a group beside the reader's own chat. */
export const feed = "https://harbour.example/feed.xml";
export const group = { platform: "telegram", channel: "-100777", thread: null };

const places = ["UA:kharkiv", "UA-63", "UA"];

/** A strike on Kharkiv, as that source tells it. */
export const strike = (at: string, dead: number, more: Partial<Told> = {}): Told => ({
  at,
  outlet: "The Harbour Post",
  figures: [
    figure("killed", "UA", dead, { places, by: kyivOfficial, evidence: `${dead} people died there` }),
  ],
  events: [event("strike", "done", { places })],
  ...more,
});

/** The sources that a chat follows by itself. */
export const ownOf = async (rig: Rig, address: ChatAddress = ownChat) =>
  rig.store.sources.own((await rig.store.chats.find(address))?.id ?? -1);

/** From now on an admin of the bot speaks, in their own chat. */
export const asBoss = (rig: Rig): void =>
  rig.become({ id: "1", address: { ...ownChat, channel: "1" }, language: null });

/** From now on the reader speaks, in their own chat. */
export const asReader = (rig: Rig): void => rig.become({ id: "7", address: ownChat });
