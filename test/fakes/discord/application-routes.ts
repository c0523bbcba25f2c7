import { checkCommands } from "./command-form.ts";
import { faultOf } from "./fault.ts";
import { objectsOf, type Json } from "./forms.ts";
import { ok, type Answer, type Call, type Route } from "./route.ts";
import { botUser } from "./world.ts";

/** Creates a day and application (interactions/application-commands, registering). */
const maxDailyCreates = 200;

function listCommands(call: Call): Answer {
  checkApplication(call);
  const isFull = call.query.get("with_localizations") === "true";
  return ok(call.world.commands.map((command) => (isFull ? command : withoutLocalizations(command))));
}

function withoutLocalizations(thing: Json): Json {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = thing;
  for (const field of ["options", "choices"]) {
    if (Array.isArray(rest[field])) rest[field] = objectsOf(rest[field]).map(withoutLocalizations);
  }
  return rest;
}

function overwriteCommands(call: Call): Answer {
  checkApplication(call);
  const wanted = checkCommands(call.body, call.world.installations);
  const present = new Map(call.world.commands.map((command) => [keyOf(command), command]));
  const created = wanted.filter((command) => !present.has(keyOf(command))).length;
  if (call.world.commandCreates + created > maxDailyCreates) throw faultOf(30_034);
  call.world.commandCreates += created;
  call.world.commands = wanted.map((command) =>
    completed(call, command, present.get(keyOf(command))?.["id"]),
  );
  return ok(call.world.commands);
}

function keyOf(command: Json): string {
  return `${String(command["type"] ?? 1)} ${String(command["name"])}`;
}

/** A command as Discord gives it back: with what it adds, and without what is false. */
function completed(call: Call, command: Json, id: unknown): Json {
  return {
    ...command,
    id: id ?? call.world.nextId(),
    application_id: call.world.applicationId,
    version: call.world.nextId(),
    type: command["type"] ?? 1,
    description: command["description"] ?? "",
    default_member_permissions: command["default_member_permissions"] ?? null,
    nsfw: false,
    dm_permission: true,
    contexts: command["contexts"] ?? null,
    integration_types: command["integration_types"] ?? [0],
    name_localizations: command["name_localizations"] ?? null,
    description_localizations: command["description_localizations"] ?? null,
    ...(objectsOf(command["options"]).length === 0
      ? { options: undefined }
      : { options: objectsOf(command["options"]).map(completedOption) }),
  };
}

function completedOption(option: Json): Json {
  const { required, ...rest } = option;
  const inner = objectsOf(option["options"]);
  return {
    ...rest,
    ...(required === true ? { required } : {}),
    ...(inner.length === 0 ? {} : { options: inner.map(completedOption) }),
  };
}

function checkApplication(call: Call): void {
  if (call.params["application"] !== call.world.applicationId) throw faultOf(50_001);
}

const plain = { needsBot: true, major: [], allowance: "other" } as const;

/** The bot itself and its commands. */
export const applicationRoutes: readonly Route[] = [
  { ...plain, method: "GET", path: "/users/@me", handle: (call) => ok(botUser(call.world)) },
  {
    ...plain,
    method: "GET",
    path: "/applications/@me",
    handle: (call) =>
      ok({
        id: call.world.applicationId,
        name: "tallywire",
        bot: botUser(call.world),
        flags: 0,
        integration_types_config: Object.fromEntries(call.world.installations.map((type) => [type, {}])),
      }),
  },
  { ...plain, method: "GET", path: "/gateway/bot", handle: (call) => ok(call.gateway.information()) },
  { ...plain, method: "GET", path: "/applications/:application/commands", handle: listCommands },
  { ...plain, method: "PUT", path: "/applications/:application/commands", handle: overwriteCommands },
];
