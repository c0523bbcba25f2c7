import { MessageFlags, Routes, ThreadAutoArchiveDuration } from "discord.js";
import type { Message } from "../../../src/model/message.ts";
import type { SendRequest } from "../../../src/ports/chat-platform.ts";
import { readChannelFacts, type ChannelFacts } from "./channel-kind.ts";
import { maxThreadName } from "./limits.ts";
import { findByKey, type LookedBack } from "./look-back.ts";
import { cut } from "./markdown.ts";
import { postedId } from "./message-id.ts";
import { apiCodeOf, readFailure } from "./outcome.ts";
import { createRenaming, type RenamingOptions } from "./renaming.ts";
import type { Shape } from "./shape.ts";
import { snowflakeAt } from "./snowflake.ts";

export interface PostsOptions extends RenamingOptions {
  readonly selfId: () => string | null;
  /** How far our clock is behind Discord's, milliseconds. */
  readonly clockLagMs: () => number;
}

/** Posts of forums: a development has one of its own, in which it is brought up to date. */
export interface Posts {
  /** Begins a post with a message and gives the message's id. Throws what the call throws. */
  begin(
    forum: ChannelFacts,
    request: SendRequest,
    made: { shape: Shape; signal: AbortSignal },
  ): Promise<string>;
  /** The message of an earlier, unanswered attempt, for a post has no nonce. Throws what calls throw. */
  find(forum: ChannelFacts, request: SendRequest, signal: AbortSignal): Promise<LookedBack>;
  /** Gives a post the name of what it now tells. That it keeps the old one is no fault of the message. Never rejects. */
  rename(post: string, message: Message): Promise<void>;
  /** Goes on with names that posts still waited for when the process before this one ended. Never rejects. */
  resume(): Promise<void>;
}

const tagRequired = 40_067;
/** In no more posts than this an attempt is looked for, and where it is not known since when, no longer than this after it. */
const maxAgeMs = 24 * 3_600_000;
const maxPosts = 25;
/** Discord's clock, by which posts are numbered, may be apart from ours by so much more than its answers say. */
const clocksApartMs = 120_000;

/** Makes the posts. */
export function createPosts(options: PostsOptions): Posts {
  const { rest, channels } = options;
  const passed = createPassed();
  const renaming = createRenaming(options);

  async function create(
    forum: ChannelFacts,
    request: SendRequest,
    made: { shape: Shape; signal: AbortSignal },
  ): Promise<string> {
    const tag = forum.isTagRequired ? tagFor(forum) : null;
    const answer = await rest.post(Routes.threads(forum.id), {
      body: {
        name: postName(request.message),
        // Long enough for what goes on: an archived post is opened again by the next message.
        auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
        message: {
          ...made.shape.body,
          ...(request.isLoud ? {} : { flags: MessageFlags.SuppressNotifications }),
        },
        ...(tag === null ? {} : { applied_tags: [tag] }),
      },
      files: made.shape.files,
      signal: made.signal,
    });
    const post = readChannelFacts(answer)?.id;
    if (post === undefined) throw new Error("no post in the answer");
    const message: unknown = Reflect.get(answer as object, "message");
    const id: unknown = typeof message === "object" && message !== null ? Reflect.get(message, "id") : null;
    // A post and the message that it was begun with have one id (topics/threads).
    return postedId(post, typeof id === "string" ? id : post);
  }

  return {
    async begin(forum, request, made) {
      try {
        return await create(forum, request, made);
      } catch (error) {
        // Admins may have begun to ask for tags since the gateway told of the forum.
        if (apiCodeOf(error) !== tagRequired || (forum.isTagRequired && tagFor(forum) !== null)) throw error;
        const now = await channels.ask(forum.id, made.signal);
        if (now === null || tagFor(now) === null) throw error;
        return create({ ...now, isTagRequired: true }, request, made);
      }
    },
    async find(forum, request, signal) {
      const key = `${forum.id} ${request.key}`;
      const seen = await findPost(options, forum, { request, signal, passed: passed.of(key) });
      passed.forget(key);
      return seen;
    },
    rename: (post, message) => renaming.rename(post, postName(message)),
    resume: () => renaming.resume(),
  };
}

const maxPassed = 1_000;

/** Posts in which an attempt surely is not, by its forum and key: a look that a refused call cut short is not begun anew. */
function createPassed() {
  const passed = new Map<string, Set<string>>();
  return {
    of(key: string): Set<string> {
      const known = passed.get(key) ?? new Set<string>();
      const oldest = passed.size < maxPassed ? undefined : passed.keys().next().value;
      if (oldest !== undefined) passed.delete(oldest);
      passed.set(key, known);
      return known;
    },
    forget: (key: string): void => void passed.delete(key),
  };
}

interface SoughtPost {
  readonly request: SendRequest;
  readonly signal: AbortSignal;
  /** Posts in which it surely is not; added to. */
  readonly passed: Set<string>;
}

/** One line without markup; not empty. */
function postName(message: Message): string {
  return cut(message.title.replaceAll(/[\p{Cc}\s]+/gu, " ").trim(), maxThreadName) || "…";
}

/** The tag that is called like what we tell, else the first one. Null: there is none for us. */
function tagFor({ tags }: ChannelFacts): string | null {
  const ours = tags.find(({ name }) => /^(?:tallywire|alerts?|news)$/i.test(name.trim()));
  return (ours ?? tags[0])?.id ?? null;
}

/** Looks among the active posts first: a new one is among them, unless somebody closed it at once. */
async function findPost(
  { rest, clock, selfId, clockLagMs }: PostsOptions,
  forum: ChannelFacts,
  { request, signal, passed }: SoughtPost,
): Promise<LookedBack> {
  const { key, message, sinceAt, revision } = request;
  const from = { rest, now: clock.now(), selfId: selfId() };
  // Put right since, our clock does not tell when the first attempt was; nor need it have been set then as it is now.
  const isTold = sinceAt !== undefined && sinceAt <= from.now;
  const fromAt = isTold ? sinceAt + Math.min(0, clockLagMs()) - clocksApartMs : from.now - maxAgeMs;
  const isCandidate = (post: ChannelFacts): boolean =>
    post.parentId === forum.id &&
    (from.selfId === null || post.ownerId === null || post.ownerId === from.selfId) &&
    snowflakeAt(post.id) >= fromAt;
  const lists = [
    ...(forum.guildId === null
      ? []
      : [() => rest.get(Routes.guildActiveThreads(forum.guildId ?? ""), { signal })]),
    // Who may not read the history may not list these, either.
    () =>
      rest.get(Routes.channelThreads(forum.id, "public"), { signal }).catch((error: unknown) => {
        if (readFailure(error).kind !== "no-rights") throw error;
        return null;
      }),
  ];
  const name = postName(message);
  let isWhole = true;
  for (const list of lists) {
    const posts = readThreads(await list())
      .filter(isCandidate)
      .toSorted(byName(name));
    for (const { id } of posts.slice(0, maxPosts)) {
      if (passed.has(id)) continue;
      const sought = { channel: id, key, message, revision, except: null, sinceAt, signal };
      const seen = await findByKey(from, sought);
      if (seen.found !== null) return { ...seen, found: { ...seen.found, id: postedId(id, seen.found.id) } };
      isWhole &&= seen.isWhole;
      if (seen.isWhole) passed.add(id);
    }
    // A notice is called as it was in each attempt; news may have had another title.
    const possible = revision === undefined ? posts.filter((post) => post.name === name) : posts;
    isWhole &&= possible.length <= maxPosts;
  }
  return { found: null, isWhole };
}

function readThreads(answer: unknown): ChannelFacts[] {
  const threads: unknown =
    typeof answer === "object" && answer !== null ? Reflect.get(answer, "threads") : null;
  return Array.isArray(threads) ? threads.flatMap((one) => readChannelFacts(one) ?? []) : [];
}

/** Of the name sought first, then the newest. */
function byName(name: string): (one: ChannelFacts, other: ChannelFacts) => number {
  return (one, other) =>
    Number(other.name === name) - Number(one.name === name) || snowflakeAt(other.id) - snowflakeAt(one.id);
}
