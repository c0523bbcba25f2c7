import type { Alert } from "../../src/model/alert.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import type { Dispatcher } from "../../src/outbox/dispatch.ts";
import type { SendOutcome } from "../../src/ports/chat-platform.ts";
import type { OutboxStore } from "../../src/ports/outbox-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { createDice, type Dice } from "../torture/dice.ts";
import { createScene, type Scene, type SeenCall } from "./scene.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const leaseMs = 5 * minuteMs;
const channels = ["1", "2", "-3"];
const mark = "(possible repeat)";

/** A message as a chat has it. */
interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly key: string;
  readonly first: string;
  title: string;
  isDeleted: boolean;
}

/** What a development has come to. */
interface Story {
  readonly development: string;
  revision: number;
  /** The one in which it is told from then on; null: it is itself. */
  into: Story | null;
}

/** What one play needs. */
interface Play {
  readonly scene: Scene;
  readonly dice: Dice;
  readonly tellsRepeats: boolean;
  readonly posted: Posted[];
  readonly stories: Story[];
  /** By channel: developments that it did not want for a time. */
  readonly unwanted: Map<string, Set<string>>;
  /** Sends whose answer did not come, by channel. */
  readonly unanswered: Map<string, number>;
  /** How many in a hundred calls go wrong. */
  trouble: number;
  dispatcher: Dispatcher;
  kill: () => void;
  processes: number;
}

/**
 * Plays so many random things that happen to a sender and its chats (news, updates, corrections, merges, mutes, quiet hours, lost answers, 429s, deleted
 * messages, outages, restarts, kills), then peace. Gives what is wrong in the end; [] when nothing is. What happens depends on the seed alone.
 */
export async function playHavoc(
  seed: number,
  { events = 40, tellsRepeats = false }: { readonly events?: number; readonly tellsRepeats?: boolean } = {},
): Promise<readonly string[]> {
  const dice = createDice(seed);
  const scene = await createScene({ tellsRepeats });
  for (const channel of channels) await scene.subscribe(channel);
  const play: Play = {
    scene,
    dice,
    tellsRepeats,
    posted: [],
    stories: [],
    unwanted: new Map(channels.map((channel) => [channel, new Set()])),
    unanswered: new Map(),
    trouble: 25,
    ...begin(scene, 1),
    processes: 1,
  };
  scene.platform.script = (call) => answer(play, call);
  // So few that catch-ups go on in further messages.
  scene.platform.fits = ({ blocks }) => blocks.filter(({ kind }) => kind === "story").length <= 4;
  for (let event = 0; event < events; event += 1) {
    await happen(play);
    play.dispatcher.poke();
    await scene.clock.advance(dice.below(5) === 0 ? dice.below(2 * hourMs) : dice.below(40_000));
  }
  await makePeace(play);
  const faults = await faultsOf(play);
  await play.dispatcher.stop();
  await scene.store.close();
  return faults;
}

/** A sender that can be killed: from then on it reaches neither the store nor its end. */
function begin(scene: Scene, number: number): Pick<Play, "dispatcher" | "kill"> {
  let isDead = false;
  const never = new Promise<never>(() => {});
  const mortal = <T extends object>(part: T): T =>
    new Proxy(part, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]): unknown => (isDead ? never : Reflect.apply(value, target, given));
      },
    });
  const store: Pick<Store, "outbox" | "chats"> = {
    outbox: mortal<OutboxStore>(scene.store.outbox),
    chats: mortal(scene.store.chats),
  };
  const ending = new AbortController();
  const dispatcher = scene.dispatcher({ store, holder: `process ${number}`, leaseMs });
  dispatcher.start(ending.signal);
  return {
    dispatcher,
    kill() {
      isDead = true;
      ending.abort();
    },
  };
}

async function happen(play: Play): Promise<void> {
  const { scene, dice } = play;
  const channel = channels[dice.below(channels.length)] ?? "1";
  switch (dice.below(14)) {
    case 0:
      return restart(play, dice.below(2) === 0);
    case 1:
      return wish(play, channel, { mutedUntil: scene.clock.now() + dice.below(3 * hourMs) });
    case 2:
      return wish(play, channel, { quiet: quietFrom(scene.clock.now(), dice) });
    case 3:
      return wish(play, channel, {});
    case 4: {
      const story = play.stories[dice.below(Math.max(1, play.stories.length))];
      if (story === undefined) return;
      for (let of: Story | null = story; of !== null; of = of.into)
        play.unwanted.get(channel)?.add(of.development);
      return wish(play, channel, { mutedDevelopments: [story.development] });
    }
    case 5:
      scene.platform.isUp = dice.below(2) === 0;
      play.trouble = scene.platform.isUp ? 25 : 100;
      return;
    case 6:
      return merge(play);
    case 7:
      for (const each of play.posted)
        if (each.channel === channel && dice.below(3) === 0) each.isDeleted = true;
      return;
    default:
      return tell(play);
  }
}

async function wish({ scene }: Play, channel: string, wishes: Partial<Subscription>): Promise<void> {
  await scene.subscribe(channel, wishes);
}

/** Quiet hours that have begun, or are about to. */
function quietFrom(now: number, dice: Dice): Subscription["quiet"] {
  const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);
  const from = now - minuteMs * dice.below(30);
  return { from: clock(from), to: clock(from + minuteMs * (31 + dice.below(120))), except: [] };
}

async function tell(play: Play): Promise<void> {
  const { dice, stories } = play;
  const open = stories.filter(({ into }) => into === null);
  const known = dice.below(2) === 0 ? open[dice.below(Math.max(1, open.length))] : undefined;
  const story = known ?? { development: `d${stories.length + 1}`, revision: 0, into: null };
  if (known === undefined) stories.push(story);
  story.revision += 1;
  const type = story.revision === 1 ? "new" : dice.below(4) === 0 ? "correction" : "update";
  await commit(play, story, { type, isLoud: story.revision === 1 || dice.below(2) === 0 });
}

async function merge(play: Play): Promise<void> {
  const open = play.stories.filter(({ into }) => into === null);
  const from = open[play.dice.below(Math.max(1, open.length))];
  const into = open[play.dice.below(Math.max(1, open.length))];
  if (from === undefined || into === undefined || from === into) return;
  from.into = into;
  from.revision += 1;
  await commit(play, from, { type: "update", isLoud: false, mergedInto: into.development });
  for (const muted of play.unwanted.values()) if (muted.has(from.development)) muted.add(into.development);
}

const commit = ({ scene }: Play, { development, revision }: Story, fields: Partial<Alert>): Promise<void> =>
  scene.tell({ development, revision, ...fields });

/** As a deployment does, or as an accident. */
async function restart(play: Play, isKilled: boolean): Promise<void> {
  if (isKilled) {
    play.kill();
    // It may have fallen into a call.
    for (const channel of channels) addUnanswered(play, channel);
  } else {
    const stopped = play.dispatcher.stop();
    await play.scene.clock.advance(30_000);
    await stopped;
  }
  play.processes += 1;
  Object.assign(play, begin(play.scene, play.processes));
}

const addUnanswered = ({ unanswered }: Play, channel: string): void =>
  void unanswered.set(channel, (unanswered.get(channel) ?? 0) + 1);

/** What becomes of a call. */
function answer(play: Play, call: SeenCall): SendOutcome {
  const { dice, trouble } = play;
  if (dice.below(100) >= trouble) return carryOut(play, call);
  const fate = dice.below(6);
  if (fate === 0) return { kind: "wait", scope: "chat", retryAfterMs: 1_000 * dice.below(2_000), why: "429" };
  if (fate === 1) return { kind: "wait", scope: "platform", retryAfterMs: minuteMs, why: "no connection" };
  const isDone = fate < 4;
  const outcome = isDone ? carryOut(play, call) : null;
  if (outcome !== null && outcome.kind !== "sent") return outcome;
  if (call.kind === "send") addUnanswered(play, call.channel);
  return { kind: "unknown", why: isDone ? "the answer was lost" : "502" };
}

function carryOut({ posted, tellsRepeats }: Play, call: SeenCall): SendOutcome {
  const { channel, key, title } = call;
  if (call.kind === "edit") {
    const message = posted.find((each) => each.id === call.messageId && !each.isDeleted);
    if (message === undefined) return { kind: "message-gone", why: "deleted" };
    message.title = title;
    return { kind: "sent", messageId: message.id };
  }
  const known = tellsRepeats ? posted.find((each) => each.key === key) : undefined;
  if (known?.isDeleted === true) return { kind: "message-gone", why: "the nonce of a deleted one" };
  if (known !== undefined) return { kind: "sent", messageId: known.id };
  const id = `m${posted.length + 1}`;
  posted.push({ id, channel, key, first: title, title, isDeleted: false });
  return { kind: "sent", messageId: id };
}

/** No trouble any more, and every wish is the first one. */
async function makePeace(play: Play): Promise<void> {
  const { scene } = play;
  play.trouble = 0;
  scene.platform.isUp = true;
  for (const channel of channels) await wish(play, channel, {});
  for (let hours = 0; hours < 6 && (await isBusy(scene)); hours += 1) {
    play.dispatcher.poke();
    await scene.clock.advance(hourMs);
  }
}

async function isBusy(scene: Scene): Promise<boolean> {
  const { queued, sending, unknown } = await scene.store.outbox.counts();
  return queued + sending + unknown > 0;
}

async function faultsOf(play: Play): Promise<string[]> {
  const { scene, posted } = play;
  const faults = scene.logged
    .filter(({ message }) => message.includes("defect"))
    .map(({ message, fields }) => `${message}: ${JSON.stringify(fields)}`);
  if (await isBusy(scene))
    faults.push(`something waits: ${JSON.stringify(await scene.store.outbox.counts())}`);
  for (const channel of channels) {
    const messages = posted.filter((each) => each.channel === channel);
    faults.push(
      ...[...lost(play, channel, messages), ...doubled(play, channel, messages)].map(
        (fault) => `${channel}: ${fault}`,
      ),
    );
  }
  return faults;
}

const tells = (title: string, { development }: Story, revision: number): boolean =>
  title.replace(` ${mark}`, "").split(", ").includes(`${development} r${revision}`);

/** The newest revision of what a chat wanted all along is in a message; one that was deleted is not wanted any more. */
function lost({ stories, unwanted }: Play, channel: string, messages: readonly Posted[]): string[] {
  /** With all that is told in it. */
  const wholeOf = (story: Story): Story[] => [
    story,
    ...stories.filter(({ into }) => into === story).flatMap(wholeOf),
  ];
  const names = ({ title, first }: Posted, { development }: Story): boolean =>
    [title, first].some((text) => text.includes(`${development} r`));
  const isDeletedIn = (story: Story): boolean =>
    wholeOf(story).some((part) => messages.some((message) => message.isDeleted && names(message, part)));
  return stories
    .filter((story) => story.into === null && unwanted.get(channel)?.has(story.development) !== true)
    .filter(
      (story) => !messages.some(({ title }) => tells(title, story, story.revision)) && !isDeletedIn(story),
    )
    .map(({ development, revision }) => `${development} r${revision} is not told`);
}

/** No revision is first told twice without a mark, nothing is marked without a reason, and no key is there twice where it tells repeats. */
function doubled(
  { stories, tellsRepeats, unanswered }: Play,
  channel: string,
  messages: readonly Posted[],
): string[] {
  const faults: string[] = [];
  const unmarked = messages.filter(({ first }) => !first.endsWith(mark));
  for (const story of stories)
    for (let revision = 1; revision <= story.revision; revision += 1) {
      const told = unmarked.filter(({ first }) => tells(first, story, revision));
      if (told.filter(({ isDeleted }) => !isDeleted).length > 1 && told.every(({ isDeleted }) => !isDeleted))
        faults.push(`${story.development} r${revision} is told ${told.length} times unmarked`);
    }
  const marked = messages.length - unmarked.length;
  const most = tellsRepeats ? 0 : (unanswered.get(channel) ?? 0);
  if (marked > most) faults.push(`${marked} are marked, ${most} sends were not answered`);
  const keys = messages.map(({ key }) => key);
  if (tellsRepeats && new Set(keys).size < keys.length) faults.push("one key, two messages");
  return faults;
}
