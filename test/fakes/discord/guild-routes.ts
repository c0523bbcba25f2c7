import { drawChannel, drawGuild, drawMember } from "./drawn.ts";
import { faultOf } from "./fault.ts";
import { objectsOf } from "./forms.ts";
import { ok, type Answer, type Call, type Route } from "./route.ts";
import { botUser, drawUser, isThread, silencedUntilAt, type Guild } from "./world.ts";

function guildOf(call: Call): Guild {
  const guild = call.world.guilds.get(call.params["guild"] ?? "");
  if (guild === undefined) throw faultOf(10_004);
  if (!guild.isMember) throw faultOf(50_001);
  return guild;
}

function readMember(call: Call): Answer {
  const guild = guildOf(call);
  const id = call.params["user"] ?? "";
  if (id === call.world.botId) {
    const untilAt = silencedUntilAt(call.world, guild.id);
    const silenced = untilAt === null ? null : new Date(untilAt).toISOString();
    return ok({ ...drawMember(botUser(call.world), []), communication_disabled_until: silenced });
  }
  const user = call.world.users.get(id);
  if (user === undefined) throw faultOf(10_013);
  if (user.guildId !== null && user.guildId !== guild.id) throw faultOf(10_007);
  return ok(drawMember(drawUser(user, false), [user.roleId]));
}

function listActiveThreads(call: Call): Answer {
  const guild = guildOf(call);
  const threads = [...call.world.channels.values()].filter(
    (one) => one.guildId === guild.id && isThread(one) && !one.isArchived && !one.isDeleted,
  );
  const drawn = threads.toReversed().map((thread) => drawChannel(call.world, thread));
  return ok({ threads: drawn, members: [] });
}

const inGuild = { needsBot: true, major: ["guild"], allowance: "other", method: "GET" } as const;

/** Servers. */
export const guildRoutes: readonly Route[] = [
  { ...inGuild, path: "/guilds/:guild", handle: (call) => ok(drawGuild(call.world, guildOf(call))) },
  {
    ...inGuild,
    path: "/guilds/:guild/roles",
    handle: (call) => ok(objectsOf(drawGuild(call.world, guildOf(call))["roles"])),
  },
  { ...inGuild, path: "/guilds/:guild/members/:user", handle: readMember },
  { ...inGuild, path: "/guilds/:guild/threads/active", handle: listActiveThreads },
];
