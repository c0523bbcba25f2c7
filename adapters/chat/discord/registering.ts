import { ApplicationIntegrationType, Routes } from "discord.js";
import type { REST } from "discord.js";
import type { Clock } from "../../../src/clock.ts";
import type { Log } from "../../../src/log.ts";
import type { CommandSpec } from "../../../src/ports/command.ts";
import { defineCommands, type Installation } from "./definition.ts";
import { apiCodeOf, readFailure, whyOf } from "./outcome.ts";

/** Where commands are registered. */
export interface Registering {
  readonly rest: REST;
  readonly log: Log;
  readonly applicationId: string;
  /** Called with the commands as Discord has them. */
  readonly onRegistered: (commands: unknown) => void;
}

const invalidForm = 50_035;

/**
 * Makes the application's commands what `specs` say, by one bulk overwrite, and only when they are not so already: creating
 * is limited by day (30034). True: they were overwritten. Throws what the calls throw; the old set then stays.
 */
export async function registerCommands(to: Registering, specs: readonly CommandSpec[]): Promise<boolean> {
  const { rest, log, applicationId } = to;
  const route = Routes.applicationCommands(applicationId);
  const installation = await readInstallation(to);
  // Without the query the answer has no localizations, and everything would look changed.
  const present = await rest.get(route, { query: new URLSearchParams({ with_localizations: "true" }) });
  const narrow = defineCommands(specs, { isForPeople: false });
  const wanted = installation.isForPeople ? defineCommands(specs, installation) : narrow;
  // Not told what the application has, it is left as it was found to be possible before.
  if (isSameSet(wanted, present) || (!installation.isTold && isSameSet(narrow, present))) {
    to.onRegistered(present);
    return false;
  }
  try {
    to.onRegistered(await rest.put(route, { body: wanted }));
  } catch (error) {
    if (apiCodeOf(error) !== invalidForm || installation.isTold) throw error;
    log("warn", "Discord refuses commands; they are tried without those for people's own installation", {
      why: whyOf(error),
    });
    to.onRegistered(await rest.put(route, { body: narrow }));
  }
  return true;
}

/** Commands may only name kinds of installation that the application has (interactions/application-commands, contexts). */
async function readInstallation({ rest }: Registering): Promise<Installation & { readonly isTold: boolean }> {
  const application: unknown = await rest.get(Routes.currentApplication()).catch(() => null);
  const config: unknown =
    typeof application === "object" && application !== null
      ? Reflect.get(application, "integration_types_config")
      : null;
  const isTold = typeof config === "object" && config !== null;
  return { isTold, isForPeople: !isTold || String(ApplicationIntegrationType.UserInstall) in config };
}

function isSameSet(wanted: readonly unknown[], present: unknown): boolean {
  return Array.isArray(present) && fingerprint(wanted) === fingerprint(present);
}

function fingerprint(commands: readonly unknown[]): string {
  return commands
    .map((command) => JSON.stringify(normalize(command)))
    .toSorted()
    .join("\n");
}

/** What of a command we define. Ids, versions and what Discord adds besides are not part of it. */
const definedFields = [
  "type",
  "name",
  "name_localizations",
  "description",
  "description_localizations",
  "default_member_permissions",
  "contexts",
  "integration_types",
  "required",
  "autocomplete",
  "channel_types",
  "choices",
  "value",
  "options",
] as const;
const dictionaries: ReadonlySet<string> = new Set(["name_localizations", "description_localizations"]);
const sets: ReadonlySet<string> = new Set(["contexts", "integration_types", "channel_types"]);

/** One form for what Discord gives back and for what we send: null, false and empty are the same as absent. */
function normalize(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== "object" || value === null) return value;
  const entries = definedFields.flatMap((field) => {
    const inner: unknown = Reflect.get(value, field);
    if (isAbsent(inner)) return [];
    if (dictionaries.has(field)) return [[field, Object.entries(inner as object).toSorted()] as const];
    if (sets.has(field)) return [[field, (inner as unknown[]).toSorted()] as const];
    return [[field, normalize(inner)] as const];
  });
  return Object.fromEntries(entries);
}

function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Between two tries to register commands the wait doubles. */
const firstWaitMs = 10_000;
const longestWaitMs = 600_000;

/**
 * Registers the commands, and goes on trying in the background, until `signal` ends it, while Discord does not answer or asks to
 * wait. Resolves after the first try. What Discord refuses is logged: the old set stays (30032, 30034) and works.
 */
export async function keepRegistered(
  to: Registering & { readonly clock: Clock },
  specs: readonly CommandSpec[],
  signal: AbortSignal,
): Promise<void> {
  const waitMs = await attempt(to, specs, firstWaitMs);
  if (waitMs !== null) void goOn(to, specs, { waitMs, signal });
}

async function goOn(
  to: Registering & { readonly clock: Clock },
  specs: readonly CommandSpec[],
  first: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<void> {
  for (let waitMs: number | null = first.waitMs; waitMs !== null;) {
    await to.clock.sleep(waitMs, first.signal);
    if (first.signal.aborted) return;
    waitMs = await attempt(to, specs, Math.min(longestWaitMs, waitMs * 2));
  }
}

/** Null: it is done, or never will be. Else how long to wait, `waitMs` at least. */
async function attempt(
  to: Registering,
  specs: readonly CommandSpec[],
  waitMs: number,
): Promise<number | null> {
  try {
    const isChanged = await registerCommands(to, specs);
    to.log("info", isChanged ? "Slash commands registered" : "Slash commands are up to date");
    return null;
  } catch (error) {
    const outcome = readFailure(error);
    const mayPass = outcome.kind === "wait" || outcome.kind === "unknown";
    to.log(mayPass ? "warn" : "error", "Slash commands could not be registered", {
      why: whyOf(error),
      mayPass,
    });
    if (!mayPass) return null;
    return outcome.kind === "wait" ? Math.max(waitMs, outcome.retryAfterMs) : waitMs;
  }
}
