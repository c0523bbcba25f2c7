import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import { createScene, type Scene, type SeenCall } from "./scene.ts";

/** The platform gave no answer. */
export const unanswered: SendOutcome = { kind: "unknown", why: "no answer" };

/** One chat that is to be told of `d1`. */
export async function oneWaiting(fields: Parameters<typeof createScene>[0] = {}): Promise<Scene> {
  const scene = await createScene(fields);
  await scene.subscribe("1");
  await scene.tell();
  return scene;
}

/** Answers the calls in turn, then does what is asked. */
export const inTurn =
  (...outcomes: (SendOutcome | null)[]) =>
  (_: SeenCall, index: number): SendOutcome | null =>
    outcomes[index] ?? null;

/** Null: there is none. */
export const chatOf = async (scene: Scene, channel = "1") =>
  scene.store.chats.find({ platform: "telegram", channel, thread: null });
