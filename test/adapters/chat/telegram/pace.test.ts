import { describe, expect, it } from "vitest";
import { createPace, type Pace } from "../../../../adapters/chat/telegram/pace.ts";
import { rateLimits } from "../../../../adapters/chat/telegram/limits.ts";
import { createPace as createOutboxPace } from "../../../../src/outbox/pace.ts";
import type { ChatAddress } from "../../../../src/model/chat.ts";
import { createFakeClock, type FakeClock } from "../../../fakes/clock.ts";
import { addressOf, noStop } from "./support.ts";

const noon = Date.parse("2026-03-01T12:00:00Z");
const secondMs = 1_000;
const minuteMs = 60_000;

/** Calls as they were made, by who made them. */
interface Made {
  readonly at: number;
  readonly isAnswer: boolean;
  readonly isPhoto?: boolean;
}

interface Played {
  readonly clock: FakeClock;
  readonly pace: Pace;
  readonly made: Made[];
}

const play = (): Played => {
  const clock = createFakeClock(noon);
  return { clock, pace: createPace(clock), made: [] };
};

/** An alert and its photo, each of which is on its way for up to 0.3 s. */
async function withPhoto(
  { clock, pace, made }: Played,
  address: ChatAddress,
  answered: (now: number) => void,
) {
  const travel = async (isPhoto: boolean) => {
    const ended = pace.underWay();
    await clock.sleep((made.length * 37) % 300);
    made.push({ at: clock.now(), isAnswer: false, isPhoto });
    ended();
  };
  await travel(false);
  answered(clock.now());
  await pace.photoTurn(address, noStop);
  await travel(true);
}

/** As the outbox sends a backlog to chats of which each has more than enough. `isPictured`: a photo follows each message. */
async function sendBacklog(played: Played, channels: readonly number[], untilAt: number, isPictured = false) {
  const { clock, pace, made } = played;
  const outbox = createOutboxPace(rateLimits);
  while (clock.now() < untilAt) {
    const addresses = channels.map((channel) => addressOf(channel));
    const address = addresses.find(({ channel }) => outbox.chatReadyAt(channel) <= clock.now());
    if (address === undefined || outbox.readyAt() > clock.now()) {
      const chatReadyAt = Math.min(...addresses.map(({ channel }) => outbox.chatReadyAt(channel)));
      await clock.sleep(Math.max(1, Math.max(outbox.readyAt(), chatReadyAt) - clock.now()));
      continue;
    }
    const paced = { channel: address.channel, isGroup: address.channel.startsWith("-") };
    const answered = outbox.take(paced, clock.now());
    const held = await pace.alertTurn({ address, isEdit: false }, noStop);
    if (held === null && isPictured) void withPhoto(played, address, answered);
    else if (held === null) made.push({ at: clock.now(), isAnswer: false });
    else if (held.scope === "platform") outbox.restAll(clock.now() + held.retryAfterMs, clock.now());
    else outbox.restChat(paced, clock.now() + held.retryAfterMs, clock.now());
  }
}

/** Somebody asks each `everyMs`, whatever becomes of it. */
async function ask({ clock, pace, made }: Played, channel: number, everyMs: number, untilAt: number) {
  const answered: Promise<unknown>[] = [];
  while (clock.now() < untilAt) {
    answered.push(
      pace.turn(addressOf(channel), noStop).then(() => made.push({ at: clock.now(), isAnswer: true })),
    );
    await clock.sleep(everyMs);
  }
}

/** The most calls in any stretch of time of this length. */
const mostWithin = (made: readonly Made[], ms: number): number =>
  Math.max(...made.map(({ at }) => made.filter((each) => each.at >= at && each.at < at + ms).length));

describe("answers and alerts of one group", () => {
  it("are no more than 20 a minute and one a second together, and both come through", async () => {
    const played = play();
    const untilAt = noon + 4 * minuteMs;
    void sendBacklog(played, [-5], untilAt);
    void ask(played, -5, 3 * secondMs, untilAt);

    await played.clock.advance(4 * minuteMs);

    const { made } = played;
    expect(mostWithin(made, minuteMs)).toBe(20);
    expect(mostWithin(made, secondMs)).toBe(1);
    const lastMinutes = made.filter(({ at }) => at >= noon + minuteMs);
    expect(lastMinutes.filter(({ isAnswer }) => isAnswer).length).toBeGreaterThanOrEqual(3 * 12);
    expect(lastMinutes.filter(({ isAnswer }) => !isAnswer).length).toBeGreaterThanOrEqual(3 * 4);
  });

  it("leave alerts the whole of the limit where nobody asks", async () => {
    const played = play();
    void sendBacklog(played, [-5], noon + 3 * minuteMs);

    await played.clock.advance(3 * minuteMs);

    expect(played.made.length).toBeGreaterThanOrEqual(59);
  });

  it("are counted with edits in the place of a message", async () => {
    const { clock, pace } = play();
    for (let edit = 0; edit < 15; edit += 1) await pace.editTurn(addressOf(-5), noStop);
    for (let alert = 0; alert < 5; alert += 1)
      await pace.alertTurn({ address: addressOf(-5), isEdit: false }, noStop);

    const next = await pace.alertTurn({ address: addressOf(-5), isEdit: false }, noStop);

    expect(next).toMatchObject({ scope: "chat" });
    expect(next?.retryAfterMs).toBeGreaterThan(minuteMs - 5 * secondMs - (clock.now() - noon));
  });
});

describe("an alert to somebody who types on and on", () => {
  it("comes all the same", async () => {
    const played = play();
    void sendBacklog(played, [7], noon + minuteMs);
    void ask(played, 7, secondMs, noon + minuteMs);

    await played.clock.advance(minuteMs);

    const alerts = played.made.filter(({ isAnswer }) => !isAnswer);
    expect(alerts.length).toBeGreaterThanOrEqual(5);
    expect(mostWithin(played.made, secondMs)).toBe(1);
  });
});

describe("an alert to somebody who has just been answered", () => {
  it("comes a second later", async () => {
    const { clock, pace } = play();
    await pace.turn(addressOf(7), noStop);

    const sent = pace.alertTurn({ address: addressOf(7), isEdit: false }, noStop).then(() => clock.now());
    await clock.advance(2 * secondMs);

    expect(await sent).toBe(noon + 1_100);
  });

  it("comes at once where it is an edit", async () => {
    const { clock, pace } = play();
    await pace.turn(addressOf(7), noStop);

    await pace.alertTurn({ address: addressOf(7), isEdit: true }, noStop);

    expect(clock.now()).toBe(noon);
  });
});

describe("all chats together", () => {
  const chats = Array.from({ length: 100 }, (_, index) => index + 1);

  it("get no more than 30 a second where somebody asks now and then", async () => {
    const played = play();
    void sendBacklog(played, chats, noon + 10 * secondMs);
    void ask(played, 1_000, 700, noon + 10 * secondMs);

    await played.clock.advance(10 * secondMs);

    expect(mostWithin(played.made, secondMs)).toBeLessThanOrEqual(30);
    expect(played.made.length).toBeGreaterThanOrEqual(290);
  });

  it("let alerts go on where many ask: answers pass outside the limit", async () => {
    const played = play();
    void sendBacklog(played, chats, noon + 10 * secondMs);
    for (let person = 0; person < 40; person += 1)
      void ask(played, 1_000 + person, 2 * secondMs, noon + 10 * secondMs);

    await played.clock.advance(10 * secondMs);

    const alerts = played.made.filter(({ isAnswer }) => !isAnswer);
    expect(alerts.length).toBeGreaterThanOrEqual(280);
  });

  /** What was sent in the last seven of ten seconds, where alerts met a 429 in the second one. `told`: how many chats have alerts. */
  async function afterRefusal(
    people: number,
    retryAfterMs: number,
    told: readonly number[] = chats,
  ): Promise<readonly Made[]> {
    const played = play();
    void sendBacklog(played, told, noon + 10 * secondMs);
    for (let person = 0; person < people; person += 1)
      void played.clock
        .sleep((2 * secondMs * person) / people)
        .then(() => ask(played, 1_000 + person, 2 * secondMs, noon + 10 * secondMs));
    await played.clock.advance(secondMs + 500);
    played.pace.refused(retryAfterMs);
    if (told !== chats) void sendBacklog(played, chats, noon + 10 * secondMs);
    await played.clock.advance(8 * secondMs + 500);
    return played.made.filter(({ at }) => at >= noon + 3 * secondMs);
  }

  it("are a little fewer for a while after a 429 at full pace: calls count where they arrive", async () => {
    expect(mostWithin(await afterRefusal(0, secondMs), secondMs)).toBe(28);
  });

  it("are no fewer after a long one, which is a chat's", async () => {
    expect(mostWithin(await afterRefusal(0, 30 * secondMs), secondMs)).toBe(30);
  });

  it("count all answers after one that alerts alone do not explain, and alerts go on beside many", async () => {
    const few = chats.slice(0, 15);
    const alertsIn = (made: readonly Made[]) => made.filter(({ isAnswer }) => !isAnswer).length;

    expect(alertsIn(await afterRefusal(24, secondMs, few))).toBeLessThanOrEqual(7 * 18);
    expect(alertsIn(await afterRefusal(80, secondMs, few))).toBeGreaterThanOrEqual(6 * 12);
  });

  it("count no answers after one that alerts alone explain", async () => {
    const alerts = (await afterRefusal(80, secondMs)).filter(({ isAnswer }) => !isAnswer);

    expect(alerts.length).toBeGreaterThanOrEqual(6 * 27);
  });
});

describe("photos that follow alerts", () => {
  const chats = Array.from({ length: 100 }, (_, index) => index + 1);

  it("are no more than 30 a second together with them, and both come through", async () => {
    const played = play();
    void sendBacklog(played, chats, noon + 20 * secondMs, true);

    await played.clock.advance(20 * secondMs);

    expect(mostWithin(played.made, secondMs)).toBeLessThanOrEqual(30);
    expect(played.made.length).toBeGreaterThanOrEqual(20 * 19);
    expect(played.made.filter(({ isPhoto }) => isPhoto).length).toBeGreaterThanOrEqual(20 * 9);
  });

  it("are no more than 20 a minute and one a second in a group together with them", async () => {
    const played = play();
    void sendBacklog(played, [-5], noon + 4 * minuteMs, true);

    await played.clock.advance(4 * minuteMs);

    expect(mostWithin(played.made, minuteMs)).toBeLessThanOrEqual(20);
    expect(mostWithin(played.made, secondMs)).toBe(1);
    expect(played.made.filter(({ isPhoto }) => !isPhoto).length).toBeGreaterThanOrEqual(4 * 5);
  });
});
