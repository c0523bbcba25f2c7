import { plainContext } from "./plain-context.ts";
import { expect } from "vitest";
import { openStore } from "../../adapters/store/index.ts";
import { defaultPolicy } from "../../src/alert/policy.ts";
import { createCommands } from "../../src/commands/registry.ts";
import type { CommandContext } from "../../src/commands/context.ts";
import type { Log } from "../../src/log.ts";
import type { ChatAddress } from "../../src/model/chat.ts";
import type { Block, Message } from "../../src/model/message.ts";
import type { ChatTarget, CommandSet, CommandSpec, MissingRight, Reply } from "../../src/ports/command.ts";
import { reviewLedger } from "../../src/pipeline/review.ts";
import type { Store } from "../../src/ports/store.ts";
import { noon } from "../contract/store/documents.ts";
import { createFakeClock, type FakeClock } from "../fakes/clock.ts";

/** The chat in which a rig's person speaks unless told otherwise: their own. */
export const ownChat: ChatAddress = { platform: "telegram", channel: "7", thread: null };

/** Who speaks, and how. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly language: string | null;
  readonly address: ChatAddress;
  /** Keys of the channels that they administer; their own chat needs none. */
  readonly administers: readonly string[];
  readonly target: ChatTarget | null;
  readonly about: string | null;
  readonly missing: readonly MissingRight[];
}

/** People who use the commands as a platform lets them: type a line, press a button, choose from a list. */
export interface Rig {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly commands: CommandSet;
  /** What was logged as a fault; a test that expects none looks here. */
  readonly faults: readonly string[];
  pokes(): number;
  /** The person who speaks from now on. */
  become(person: Partial<Person>): void;
  /** A line as Telegram's users type it: options are words in their order, the last takes the rest. */
  type(line: string): Promise<Message>;
  reply(line: string): Promise<Reply>;
  /** Presses the button of that label; `answer` to what it asks. */
  press(message: Message, label: string | RegExp, answer?: string): Promise<Message>;
  /** Chooses a line of the message's list: as a button (`+` or `-`) or, with several labels, as a list that says all that is chosen. */
  choose(message: Message, ...labels: readonly string[]): Promise<Message>;
}

/** A rig on an empty store in memory, or, as another process, on the store of one before it. */
export async function createRig(fields: Partial<CommandContext> = {}): Promise<Rig> {
  const store = fields.store ?? (await openStore(":memory:"));
  const clock = createFakeClock(noon);
  const faults: string[] = [];
  const log: Log = (level, message, details) => {
    if (level === "error") faults.push(`${message} ${JSON.stringify(details)}`);
  };
  let pokes = 0;
  const commands = createCommands(
    plainContext(store, clock, {
      admins: { telegram: ["1"] },
      adminChats: [{ platform: "telegram", channel: "1", thread: null }],
      linkTo: (platform, payload) => (platform === "telegram" ? `https://t.me/bot?start=${payload}` : null),
      poke: () => (pokes += 1),
      review: (review) =>
        reviewLedger({ store, now: clock.now(), policy: fields.policy ?? defaultPolicy, review }),
      ...fields,
    }),
    log,
  );
  let person: Person = {
    id: "7",
    language: null,
    address: ownChat,
    administers: [],
    target: null,
    about: null,
    missing: [],
  };

  async function reply(line: string): Promise<Reply> {
    const { address, target, about, missing } = person;
    const isDirect = address.channel === person.id;
    const isAdminAt = (at: ChatAddress): boolean =>
      at.channel === person.id || person.administers.includes(at.channel);
    const answer = await commands.run({
      ...readLine(commands.specs, line, target),
      address,
      chatTitle: "Chat",
      isDirect,
      target,
      about,
      user: {
        platform: address.platform,
        id: person.id,
        name: person.name,
        language: person.language,
        isChatAdmin: (at) => Promise.resolve(isAdminAt(at ?? address)),
      },
      missingRights: () => Promise.resolve(missing),
    });
    checkMessage(answer.message, commands.specs);
    return answer;
  }

  async function say(line: string): Promise<Message> {
    return (await reply(line)).message;
  }

  return {
    store,
    clock,
    commands,
    faults,
    pokes: () => pokes,
    become: (change) => (person = { ...person, ...change }),
    type: say,
    reply,
    async press(message, label, answer = "") {
      const action = message.actions.find((each) =>
        typeof label === "string" ? each.label === label : label.test(each.label),
      );
      if (action === undefined)
        throw new Error(
          `No button ${String(label)} among ${message.actions.map((each) => each.label).join(" | ")}`,
        );
      person = { ...person, target: null };
      return say(`/${action.command} ${action.argument} ${answer}`);
    },
    async choose(message, ...labels) {
      person = { ...person, target: null };
      const select = message.selects?.find(({ options }) =>
        labels.every((label) => options.some((option) => option.label === label)),
      );
      if (select === undefined)
        throw new Error(`No list with ${labels.join(", ")}: ${JSON.stringify(message.selects)}`);
      const chosen = select.options.filter((option) => labels.includes(option.label));
      const values = chosen.map(({ value }) => value);
      const sign = chosen[0]?.isChosen === true ? "-" : "+";
      const word = !select.isMultiple
        ? (values[0] ?? "")
        : values.length === 1
          ? `${sign}${values[0]}`
          : `=${values.join(",")}`;
      return say(`/${select.command} ${select.argument} ${word}`);
    },
  };
}

/** A typed line as a call, by the registry alone. A chat that is named by `target` leaves its option's word out. */
function readLine(specs: readonly CommandSpec[], line: string, target: ChatTarget | null) {
  const words = line.trim().replace(/^\//u, "").split(/\s+/u);
  const command = words.shift() ?? "";
  const spec = specs.find(({ name }) => name === command);
  const part = spec?.subcommands.find(({ name }) => name === words[0]);
  if (part !== undefined) words.shift();
  const place = target === null ? -1 : words.findIndex((word) => word.startsWith("@"));
  if (place >= 0) words.splice(place, 1);
  const subcommand = part?.name ?? spec?.subcommands[0]?.name ?? null;
  const options = (part ?? spec?.subcommands[0] ?? spec)?.options ?? [];
  const named = Object.fromEntries(
    options.flatMap(({ name, kind }, index) => {
      if (kind === "chat" && target !== null) return [[name, target.address.channel]];
      const value = index === options.length - 1 ? words.slice(index).join(" ") : (words[index] ?? "");
      return value === "" ? [] : [[name, value]];
    }),
  );
  return { command, subcommand, options: named };
}

/** What every message must hold to, so that both platforms can draw it and no button is dead. */
export function checkMessage(message: Message, specs: readonly CommandSpec[]): void {
  expect(message.title).not.toMatch(/\n/u);
  expect(message.title).not.toBe("");
  // Discord has five rows: of five buttons, or of one list each.
  const rows = Math.ceil(message.actions.length / 5) + (message.selects?.length ?? 0);
  expect(rows, message.title).toBeLessThanOrEqual(5);
  for (const { command, argument, label, ask } of message.actions) {
    expect(specs.map(({ name }) => name)).toContain(command);
    expect(argument).toMatch(/^[\x20-\x7e]{0,40}$/u);
    expect(label.length).toBeGreaterThan(0);
    expect(label.length).toBeLessThanOrEqual(80);
    if (ask !== undefined) {
      expect(ask.title.length).toBeLessThanOrEqual(45);
      expect(ask.example.length).toBeLessThanOrEqual(100);
    }
  }
  const pairs = message.actions.map(({ command, argument }) => `${command}:${argument}`);
  const asked = message.actions.filter(({ ask }) => ask === undefined);
  expect(new Set(asked.map(({ command, argument }) => `${command}:${argument}`)).size, pairs.join(" ")).toBe(
    asked.length,
  );
  for (const { command, argument, label, options } of message.selects ?? []) {
    expect(specs.map(({ name }) => name)).toContain(command);
    expect(argument).toMatch(/^[\x20-\x7e]{0,40}$/u);
    expect(label.length).toBeLessThanOrEqual(100);
    expect(options.length).toBeGreaterThan(0);
    expect(options.length).toBeLessThanOrEqual(25);
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
    for (const option of options) {
      expect(option.value).toMatch(/^[\x21-\x2b\x2d-\x7e]{1,20}$/u);
      expect(option.label.length).toBeLessThanOrEqual(100);
      expect(`${command}:${argument} +${option.value}`.length).toBeLessThanOrEqual(64);
    }
  }
}

/** Everything that a message says, a line a block. */
export function wordsOf(message: Message): string {
  return [message.title, ...message.blocks.map(blockWords)].join("\n");
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case "figures":
      return block.rows.map((row) => `${row.label}: ${row.value} (${row.by ?? ""})`).join("\n");
    case "list":
      return block.items.map((item) => item.text).join("\n");
    case "story":
      return [block.title, ...block.lines].join("\n");
    case "quote":
      return `${block.text} — ${block.source?.label ?? ""}`;
    case "sources":
      return `${block.text} ${block.links.map(({ label }) => label).join(", ")}`;
    case "text":
    case "note":
    case "progress":
    case "change":
      return block.text;
  }
}
