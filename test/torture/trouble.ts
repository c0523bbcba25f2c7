import type { FakeDiscord } from "../fakes/discord/index.ts";
import type { Fault, FakeTelegram } from "../fakes/telegram/index.ts";
import type { Dice } from "./dice.ts";

interface Platforms {
  readonly telegram: FakeTelegram;
  readonly discord: FakeDiscord;
}

/** What Telegram does to a call. All but the 429 leave it unanswered. */
const telegramFaults: readonly Fault[] = [
  { kind: "reset", isDone: true },
  { kind: "reset", isDone: false },
  { kind: "status", status: 502, isDone: true, isHtml: true },
  { kind: "status", status: 500, isDone: false },
  { kind: "hang", isDone: true },
  { kind: "hang", isDone: false },
  {
    kind: "error",
    code: 429,
    description: "Too Many Requests: retry after 1",
    parameters: { retry_after: 1 },
  },
];

const discordTroubles: readonly Parameters<FakeDiscord["script"]>[0]["trouble"][] = [
  { kind: "lost-reply" },
  { kind: "reset" },
  { kind: "taken-status", status: 502 },
  { kind: "status", status: 500 },
  { kind: "taken-hang" },
  { kind: "hang" },
  { kind: "too-many", scope: "user", retryAfter: 0.3 },
];

type GatewayTrouble = (discord: FakeDiscord) => void;

/** What the gateway does to a connection that is open; the two first ones leave its session to be resumed. */
const gatewayTroubles: readonly GatewayTrouble[] = [
  ({ gateway }) => gateway.drop(),
  ({ gateway }) => gateway.askToReconnect(),
  ({ gateway }) => gateway.invalidate(true),
  ({ gateway }) => gateway.invalidate(false),
  ({ gateway }) => gateway.drop(4_000),
];

/** To one that is being made. */
const gatewayCuts = ["open", "identify", "ready", "resume"] as const;

/** What the gateway is to do in the midst of what is sent; one of two times nothing. */
export function gatewayTrouble(dice: Dice): GatewayTrouble {
  return gatewayTroubles[dice.below(2 * gatewayTroubles.length)] ?? (() => undefined);
}

/** Up to three faults on each platform for the calls to come; on Discord each third meets posts of a forum. */
export function addTrouble({ telegram, discord }: Platforms, dice: Dice): void {
  telegram.director.clearFaults();
  discord.clearScript();
  discord.gateway.cutsAt.splice(0);
  const cut = gatewayCuts[dice.below(3 * gatewayCuts.length)];
  if (cut !== undefined) discord.gateway.cutsAt.push(cut);
  for (let count = dice.below(4); count > 0; count -= 1) {
    const fault = telegramFaults[dice.below(telegramFaults.length)];
    if (fault !== undefined) telegram.director.fail({ fault, after: dice.below(8) });
  }
  for (let count = dice.below(4); count > 0; count -= 1) {
    const trouble = discordTroubles[dice.below(discordTroubles.length)];
    if (trouble !== undefined)
      discord.script({ trouble, path: dice.below(3) === 0 ? "/threads" : "/messages" });
  }
}

/** The next call is taken and its answer kept, so that a kill falls inside it. */
export function withholdOne({ telegram, discord }: Platforms, dice: Dice): void {
  if (dice.below(2) === 0) discord.script({ trouble: { kind: "taken-hang" }, path: "/messages" });
  else telegram.director.fail({ fault: { kind: "hang", isDone: true } });
}
