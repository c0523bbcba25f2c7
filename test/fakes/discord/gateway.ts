import type { IncomingMessage, Server } from "node:http";
import { WebSocketServer, type RawData, type WebSocket } from "ws";
import type { Clock } from "../../../src/clock.ts";
import { objectOf, textOf, type Json } from "./forms.ts";
import { drawChannel, drawGuild, drawMember } from "./drawn.ts";
import { botUser, isThread, type Guild, type World } from "./world.ts";

/** Opcodes (topics/opcodes-and-status-codes, gateway). */
const op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
const guildsIntent = 1;
/** GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT. */
const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15);
const knownIntents = 0b1111_0011_0011_1111_1111_1111_1111;
const maxPayloadBytes = 4_096;
/** Sends a connection may make in a minute, and identifies a concurrency slot in five seconds. */
const maxSends = 120;
const sendWindowMs = 60_000;
const identifyMs = 5_000;

export interface GatewayOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly url: () => string;
  readonly isToken: (token: string) => boolean;
  readonly heartbeatMs: number;
  readonly factor: number;
  readonly shards: number;
}

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  seq: number;
  /** All that was sent, for replays. */
  readonly events: { readonly s: number; readonly frame: string }[];
  connection: Connection | null;
}

interface Connection {
  readonly socket: WebSocket;
  session: Session | null;
  lastBeatAt: number;
  readonly sends: number[];
}

/** The fake's gateway: what tests can do to it, and what the API tells it. */
export interface Gateway {
  information(): Json;
  /** Sends an event to the sessions whose shard has the server (null: shard 0). */
  dispatch(type: string, data: Json, guildId: string | null): void;
  /** Cuts every connection; with a code it is closed properly. */
  drop(code?: number): void;
  askToReconnect(): void;
  /** Op 9 to every connection; without `canResume` the sessions are forgotten. */
  invalidate(canResume: boolean): void;
  /** Connections are cut once at each of these, in order: at its opening, instead of its session, in the middle of its events, instead of going on. */
  readonly cutsAt: ("open" | "identify" | "ready" | "resume")[];
  /** While true heartbeats get no answer. */
  isMute: boolean;
  /** While true new connections are closed with the code; null: as usual. */
  refuseWith: number | null;
  /** How many shards it wants. */
  shards: number;
  /** How many sessions may still be begun today. */
  sessionsLeft: number;
  /** The intents of every IDENTIFY. */
  readonly intents: number[];
  readonly counts: { connections: number; identifies: number; resumes: number };
  readonly openConnections: () => number;
  /** Resolves when `isSo` holds; looked at after everything that happens here. */
  when(isSo: () => boolean): Promise<void>;
  stop(): void;
}

/** Attaches a gateway to a server, on the path `/gateway`. */
export function attachGateway(server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 65_536 });
  const state: State = {
    options,
    sessions: new Map(),
    connections: new Set(),
    identifiedAt: new Map(),
    gateway: null,
    watchers: new Set(),
  };
  const gateway = makeGateway(state);
  state.gateway = gateway;
  server.on("upgrade", (request, socket, head) => {
    if (!(request.url ?? "").startsWith("/gateway")) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => open(state, opened, request));
  });
  return gateway;
}

interface State {
  readonly options: GatewayOptions;
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  readonly identifiedAt: Map<number, number>;
  gateway: Gateway | null;
  readonly watchers: Set<() => void>;
}

function notice(state: State): void {
  for (const watcher of state.watchers) watcher();
}

function makeGateway(state: State): Gateway {
  const sendAll = (frame: Json): void => {
    for (const { socket } of state.connections) socket.send(JSON.stringify(frame));
  };
  return {
    cutsAt: [],
    shards: state.options.shards,
    isMute: false,
    refuseWith: null,
    intents: [],
    sessionsLeft: 1_000,
    counts: { connections: 0, identifies: 0, resumes: 0 },
    openConnections: () => state.connections.size,
    information: () => ({
      url: state.options.url(),
      shards: state.gateway?.shards ?? state.options.shards,
      session_start_limit: {
        total: 1_000,
        remaining: state.gateway?.sessionsLeft ?? 0,
        reset_after: 86_400_000,
        max_concurrency: 1,
      },
    }),
    dispatch(type, data, guildId) {
      for (const session of state.sessions.values()) {
        if (isOfShard(session, guildId) && isWanted(session, type)) emit(session, type, data);
      }
    },
    drop(code) {
      for (const { socket } of state.connections) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    askToReconnect: () => sendAll({ op: op.reconnect, d: null }),
    invalidate(canResume) {
      if (!canResume) state.sessions.clear();
      sendAll({ op: op.invalid, d: canResume });
    },
    when: (isSo) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isSo()) return;
          state.watchers.delete(look);
          resolve();
        };
        state.watchers.add(look);
        look();
      }),
    stop() {
      for (const { socket } of state.connections) socket.terminate();
    },
  };
}

function isOfShard(session: Session, guildId: string | null): boolean {
  const [id, count] = session.shard;
  return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
}

/** Servers, channels and threads need the Guilds intent; interactions need none. */
function isWanted(session: Session, type: string): boolean {
  return type === "INTERACTION_CREATE" || (session.intents & guildsIntent) !== 0;
}

function emit(session: Session, type: string, data: Json): void {
  session.seq += 1;
  const frame = JSON.stringify({ op: op.dispatch, t: type, s: session.seq, d: data });
  session.events.push({ s: session.seq, frame });
  session.connection?.socket.send(frame);
}

function open(state: State, socket: WebSocket, request: IncomingMessage): void {
  const { options, gateway } = state;
  const query = new URL(request.url ?? "/", "http://localhost").searchParams;
  if (gateway === null) return;
  gateway.counts.connections += 1;
  if (gateway.refuseWith !== null) return socket.close(gateway.refuseWith);
  if (isCutAt(gateway, "open")) return socket.terminate();
  if (query.get("v") !== "10") return socket.close(4_012);
  const connection: Connection = { socket, session: null, lastBeatAt: Date.now(), sends: [] };
  state.connections.add(connection);
  notice(state);
  // Heartbeats are of real time, as the library's timers are.
  const pulse = setInterval(() => {
    if (Date.now() - connection.lastBeatAt > options.heartbeatMs * 2) socket.close(4_009);
  }, options.heartbeatMs);
  pulse.unref();
  socket.on("message", (data) => receive(state, connection, data));
  socket.on("error", () => undefined);
  socket.on("close", (code) => {
    clearInterval(pulse);
    state.connections.delete(connection);
    notice(state);
    if (connection.session === null) return;
    connection.session.connection = null;
    // A normal close ends the session, any other one leaves it to be resumed.
    if (code === 1_000 || code === 1_001) state.sessions.delete(connection.session.id);
  });
  socket.send(
    JSON.stringify({ op: op.hello, d: { heartbeat_interval: options.heartbeatMs }, s: null, t: null }),
  );
}

function isCutAt(gateway: Gateway, point: Gateway["cutsAt"][number]): boolean {
  if (gateway.cutsAt[0] !== point) return false;
  gateway.cutsAt.shift();
  return true;
}

function receive(state: State, connection: Connection, data: RawData): void {
  const text = (data as Buffer).toString();
  if (Buffer.byteLength(text) > maxPayloadBytes) return connection.socket.close(4_002);
  if (isTooFast(connection)) return connection.socket.close(4_008);
  const frame = parse(text);
  if (frame === null) return connection.socket.close(4_002);
  switch (frame["op"]) {
    case op.heartbeat:
      connection.lastBeatAt = Date.now();
      if (state.gateway?.isMute === false) connection.socket.send(JSON.stringify({ op: op.ack }));
      return;
    case op.identify:
      return identify(state, connection, objectOf(frame["d"]) ?? {});
    case op.resume:
      return resume(state, connection, objectOf(frame["d"]) ?? {});
    case op.presence:
      return connection.session === null ? connection.socket.close(4_003) : undefined;
    default:
      return connection.socket.close(connection.session === null ? 4_003 : 4_001);
  }
}

function parse(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function isTooFast(connection: Connection): boolean {
  const now = Date.now();
  while (connection.sends[0] !== undefined && connection.sends[0] <= now - sendWindowMs)
    connection.sends.shift();
  return connection.sends.push(now) > maxSends;
}

function identify(state: State, connection: Connection, d: Json): void {
  const { options, gateway } = state;
  if (gateway === null) return;
  gateway.counts.identifies += 1;
  gateway.intents.push(Number(d["intents"]));
  gateway.sessionsLeft -= 1;
  const refused = refusalOf(state, connection, d);
  if (refused !== null) return connection.socket.close(refused);
  if (isCutAt(gateway, "identify")) return connection.socket.terminate();
  const shard = readShard(d["shard"]);
  const slot = shard[0] % 1;
  const now = options.clock.now();
  const last = state.identifiedAt.get(slot);
  if (last !== undefined && now < last + identifyMs / options.factor) {
    connection.socket.send(JSON.stringify({ op: op.invalid, d: false }));
    return;
  }
  state.identifiedAt.set(slot, now);
  const session: Session = {
    id: `session-${gateway.counts.identifies}`,
    shard,
    intents: Number(d["intents"]),
    seq: 0,
    events: [],
    connection,
  };
  state.sessions.set(session.id, session);
  connection.session = session;
  welcome(state, session);
  if (isCutAt(gateway, "ready")) connection.socket.terminate();
  notice(state);
}

/** The code to close with; null: welcome. */
function refusalOf(state: State, connection: Connection, d: Json): number | null {
  if (connection.session !== null) return 4_005;
  if (!state.options.isToken(textOf(d["token"])) || (state.gateway?.sessionsLeft ?? 0) < 0) return 4_004;
  const [id, count] = readShard(d["shard"]);
  if (id < 0 || id >= count) return 4_010;
  const intents = d["intents"];
  if (typeof intents !== "number" || (intents & ~knownIntents) !== 0) return 4_013;
  if ((intents & privilegedIntents) !== 0) return 4_014;
  return objectOf(d["properties"]) === null ? 4_002 : null;
}

function readShard(value: unknown): readonly [number, number] {
  return Array.isArray(value) && value.length === 2 ? [Number(value[0]), Number(value[1])] : [0, 1];
}

function welcome(state: State, session: Session): void {
  const { world } = state.options;
  const guilds = [...world.guilds.values()].filter((guild) => guild.isMember && isOfShard(session, guild.id));
  emit(session, "READY", {
    v: 10,
    user: { ...botUser(world), verified: true, email: null, mfa_enabled: false, flags: 0 },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: "normal",
    resume_gateway_url: state.options.url(),
    shard: session.shard,
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
  });
  if ((session.intents & guildsIntent) === 0) return;
  for (const guild of guilds) emit(session, "GUILD_CREATE", drawCreatedGuild(world, guild));
}

/** A server as GUILD_CREATE tells it. Without the members' intent the bot is the only one. */
export function drawCreatedGuild(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter((one) => one.guildId === guild.id && !one.isDeleted);
  return {
    ...drawGuild(world, guild),
    unavailable: false,
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    large: false,
    member_count: 2,
    channels: channels.filter((one) => !isThread(one)).map((one) => drawChannel(world, one)),
    threads: channels.filter((one) => isThread(one) && !one.isArchived).map((one) => drawChannel(world, one)),
    members: [drawMember(botUser(world), [])],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function resume(state: State, connection: Connection, d: Json): void {
  if (state.gateway !== null) state.gateway.counts.resumes += 1;
  if (!state.options.isToken(textOf(d["token"]))) return connection.socket.close(4_004);
  if (state.gateway !== null && isCutAt(state.gateway, "resume")) return connection.socket.terminate();
  const session = state.sessions.get(textOf(d["session_id"]));
  const seq = Number(d["seq"]);
  if (session === undefined) {
    connection.socket.send(JSON.stringify({ op: op.invalid, d: false }));
    return;
  }
  if (seq > session.seq) return connection.socket.close(4_007);
  session.connection?.socket.terminate();
  session.connection = connection;
  connection.session = session;
  for (const event of session.events.filter(({ s }) => s > seq)) connection.socket.send(event.frame);
  emit(session, "RESUMED", { _trace: [] });
  notice(state);
}
