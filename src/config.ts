import { z } from "zod";
import { ConfigError } from "./errors.ts";
import { eventStages, type EventKind } from "./model/event.ts";

/** One setting: its name in the environment, how it is read, and what people are told about it. */
interface Setting {
  readonly schema: z.ZodType;
  /** As it stands in .env.example; "" for none. */
  readonly example: string;
  readonly about: string;
}

const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/u, "is a whole number")
    .transform(Number)
    .refine((value) => value >= low && value <= high, `is from ${low} to ${high}`);
const url = z.url({ protocol: /^https?$/u, error: "is not an address that begins with http:// or https://" });
const ids = z
  .string()
  .default("")
  .transform((text) => text.split(/[\s,]+/u).filter((id) => id !== ""))
  .refine(
    (list) => list.every((id) => /^\d{1,20}$/u.test(id)),
    "is a list of numeric ids, separated by commas",
  );
const isKind = (name: string): name is EventKind => Object.hasOwn(eventStages, name);
/** `none`: the word for an empty list where a blank value means `given`. */
const kinds = (given: string, none?: string) =>
  z
    .string()
    .default(given)
    .transform((text) => (text === none ? [] : text.split(/[\s,]+/u).filter((name) => name !== "")))
    .refine(
      (list): list is EventKind[] => list.every(isKind),
      `is a list of ${Object.keys(eventStages).join(", ")}, separated by commas`,
    );
const timeZone = z.string().refine(isTimeZone, "is not an IANA time zone such as Europe/Kyiv");

/** The floor under POLL_INTERVAL_SECONDS. So short a pause is for sources of one's own; public ones deserve five minutes. */
export const pollFloorSeconds = 10;

/** Every setting, in the order of .env.example. */
export const settings = {
  TELEGRAM_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^\d+:[\w-]+$/u, "is not a Telegram bot token (123456:ABC…, from @BotFather)")
      .optional(),
    example: "",
    about: "Token of a Telegram bot, from @BotFather. Without it (and without a Discord one) the demo runs.",
  },
  TELEGRAM_API_ROOT: {
    schema: url.default("https://api.telegram.org"),
    example: "https://api.telegram.org",
    about: "Root of the Bot API: the public one, or a Bot API server of your own.",
  },
  TELEGRAM_ADMIN_IDS: {
    schema: ids,
    example: "",
    about: "Telegram user ids of the bot’s admins (sources, reviews, announcements), separated by commas.",
  },
  DISCORD_BOT_TOKEN: {
    schema: z
      .string()
      .regex(/^\S+$/u, "is not a Discord bot token (from the developer portal, without spaces)")
      .optional(),
    example: "",
    about:
      "Token of a Discord bot, from the developer portal (Bot, Reset Token). No privileged intents are needed.",
  },
  DISCORD_API_ROOT: {
    schema: url.default("https://discord.com/api"),
    example: "https://discord.com/api",
    about: "Root of the Discord API, without the version.",
  },
  DISCORD_ADMIN_IDS: {
    schema: ids,
    example: "",
    about: "Discord user ids of the bot’s admins (sources, reviews, announcements), separated by commas.",
  },
  DISCORD_ADMIN_CHANNEL_ID: {
    schema: z
      .string()
      .regex(/^\d{1,20}$/u, "is the numeric id of a Discord channel")
      .optional(),
    example: "",
    about:
      "Id of a Discord channel that admins read: alarms about sources go there. The bot has to be able to write in it.",
  },
  DATABASE_URL: {
    schema: z.string().min(1).default("data/local/tallywire.db"),
    example: "data/local/tallywire.db",
    about: "Path of the SQLite file; its folder is made.",
  },
  HTTP_HOST: {
    schema: z.string().min(1).default("127.0.0.1"),
    example: "127.0.0.1",
    about: "Address that the board listens on. 0.0.0.0 opens it to the network.",
  },
  HTTP_PORT: {
    schema: whole(0, 65_535).default(8080),
    example: "8080",
    about: "Port of the board; 0 takes any free one.",
  },
  PUBLIC_URL: {
    schema: url.optional(),
    example: "",
    about: "Where the board is reached from outside, if it is (https://…).",
  },
  METRICS_TOKEN: {
    schema: z
      .string()
      .regex(/^\S{16,200}$/u, "is 16 to 200 characters without spaces")
      .optional(),
    example: "",
    about:
      "Who asks for /metrics must send it (Authorization: Bearer …). Without it they are served on a loopback address only, and not with PUBLIC_URL.",
  },
  CONTACT: {
    schema: z
      .string()
      .regex(
        /^[\x20-\x27\x2a-\x7e]{3,200}$/u,
        "is 3 to 200 plain Latin characters without parentheses: it goes into an HTTP header",
      )
      .optional(),
    example: "",
    about:
      "A URL or e-mail address for the User-Agent, so that the sources know whom to write to. Please set it.",
  },
  LOG_LEVEL: {
    schema: z
      .enum(["debug", "info", "warn", "error", "silent"], { error: "is debug, info, warn, error or silent" })
      .default("info"),
    example: "info",
    about: "debug, info, warn, error or silent.",
  },
  LOG_FORMAT: {
    schema: z.enum(["text", "json"], { error: "is text or json" }).default("text"),
    example: "text",
    about: "text for people, json for machines.",
  },
  DEFAULT_LANGUAGE: {
    schema: z.enum(["en", "uk", "ru"], { error: "is en, uk or ru" }).default("en"),
    example: "en",
    about: "Language of chats that have not chosen one and whose platform does not say: en, uk or ru.",
  },
  DEFAULT_TIME_ZONE: {
    schema: timeZone.default("Europe/Kyiv"),
    example: "Europe/Kyiv",
    about: "IANA time zone of chats that have not chosen one.",
  },
  KEEP_DAYS: {
    schema: whole(60, 3_650).default(400),
    example: "400",
    about:
      "Deliveries, notices, earlier wordings of reports and the ledger's journal are deleted so many days after they ended. What people decided is kept, and so are the ledger and its reports.",
  },
  POLL_INTERVAL_SECONDS: {
    schema: whole(pollFloorSeconds, 86_400).default(600),
    example: "600",
    about: `Pause between two polls of a source that publishes often (at least ${pollFloorSeconds}). One that publishes seldom is asked more rarely, an urgent one up to five times as often, and one that asks for rest gets it.`,
  },
  TELL_KINDS: {
    schema: kinds("exchange,ceasefire,talks,strike"),
    example: "exchange,ceasefire,talks,strike",
    about: `Kinds of developments that are told as news to every chat that has not chosen others, separated by commas. All: ${Object.keys(eventStages).join(", ")}.`,
  },
  TELL_ON_REQUEST: {
    schema: kinds("sanctions,capture,evacuation,aid", "none"),
    example: "sanctions,capture,evacuation,aid",
    about:
      "Kinds that are told only to chats that choose them (/settings kinds), separated by commas; none: there are no such kinds. What is in neither list is kept in the ledger and told to nobody.",
  },
  TELL_UNKNOWN_CONFLICT: {
    schema: z.stringbool({ error: "is true or false" }).default(false),
    example: "false",
    about:
      "true: also tell what cannot be put to one of the conflicts in data/conflicts.jsonl (to chats that want all conflicts).",
  },
  HOLD_SECONDS: {
    schema: whole(0, 3_600).default(60),
    example: "60",
    about: "How long first news in an outlet's own voice waits for a second origin; 0: not at all.",
  },
  APPROVAL_KINDS: {
    schema: kinds(""),
    example: "",
    about: "Kinds whose first news waits until an admin approves it, separated by commas; blank: none.",
  },
  APPROVAL_FROM_PEOPLE: {
    schema: whole(1, 1_000_000).optional(),
    example: "",
    about:
      "First news that counts so many people (killed, injured, released …) waits for an admin; blank: none.",
  },
  APPROVAL_SINGLE_STATE_SOURCE: {
    schema: z.stringbool({ error: "is true or false" }).default(false),
    example: "false",
    about:
      "true: first news from a single origin, heard through state-controlled outlets only, waits for an admin.",
  },
  APPROVAL_WAIT_MINUTES: {
    schema: whole(1, 10_080).default(30),
    example: "30",
    about: "How long it waits for an admin.",
  },
  APPROVAL_AT_TIMEOUT: {
    schema: z.enum(["tell", "drop"], { error: "is tell or drop" }).default("tell"),
    example: "tell",
    about: "What happens when no admin answered in time: tell it, or drop it (it stays on the board).",
  },
  CHAT_SOURCES: {
    schema: z.enum(["off", "approval", "on"], { error: "is off, approval or on" }).default("approval"),
    example: "approval",
    about:
      "Whether who administers a chat may follow sources for that chat alone (/follow): off, after an approval by the bot’s admins (without admins that is off), or on. What such a source reports is told in its chat only.",
  },
  CHAT_SOURCES_PER_CHAT: {
    schema: whole(1, 20).default(5),
    example: "5",
    about: "How many sources of its own a chat may have, 20 at most.",
  },
  CHAT_SOURCES_IN_ALL: {
    schema: whole(1, 100_000).default(500),
    example: "500",
    about: "How many sources of their own all chats may have together.",
  },
  CHAT_SOURCES_INTERVAL_SECONDS: {
    schema: whole(pollFloorSeconds, 86_400).default(1_800),
    example: "1800",
    about: `Pause between two polls of a chat’s own source, at the least (from ${pollFloorSeconds}; never shorter than POLL_INTERVAL_SECONDS).`,
  },
  ALLOW_PRIVATE_SOURCES: {
    schema: z.stringbool({ error: "is true or false" }).default(false),
    example: "false",
    about:
      "true: sources may stand on loopback and private addresses. Leave it off on a server. What single chats follow (CHAT_SOURCES) never may, whatever this says.",
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** What main works with. Optional settings that are not given are undefined. */
export type Config = { readonly [Name in SettingName]: z.output<(typeof settings)[Name]["schema"]> };

/** Settings whose values never appear in a log, an error or an answer. */
export const secretNames: readonly SettingName[] = [
  "TELEGRAM_BOT_TOKEN",
  "DISCORD_BOT_TOKEN",
  "METRICS_TOKEN",
];

/**
 * Reads the configuration. Blank values count as not given. Throws one ConfigError `bad-config` that lists every
 * fault; it never repeats a value, which may be a secret.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const entries = Object.entries(settings).map(([name, setting]) => {
    const raw = environment[name]?.trim();
    const parsed = setting.schema.safeParse(raw === "" ? undefined : raw);
    if (!parsed.success) faults.push(`${name} ${parsed.error.issues[0]?.message ?? "is not valid"}`);
    return [name, parsed.data];
  });
  if (faults.length > 0) {
    throw new ConfigError(
      `The configuration has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n  ${faults.join("\n  ")}`,
      {
        code: "bad-config",
        permanent: true,
        hint: "\nSee .env.example for every setting.",
      },
    );
  }
  return Object.fromEntries(entries) as Config;
}

/** A DATABASE_URL for people: without the user and password that it may hold. */
export function shownDatabase(databaseUrl: string): string {
  return databaseUrl.replace(/\/\/[^/]*@/u, "//");
}

/** The text of .env.example, generated so that it cannot differ from the code. */
export function envExample(): string {
  const lines = Object.entries(settings).map(
    ([name, setting]) => `# ${setting.about}\n${name}=${setting.example}\n`,
  );
  return `# Copy to .env and fill in what you need; everything is optional.\n# Written by \`node scripts/write-env-example.ts\`.\n\n${lines.join("\n")}`;
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
