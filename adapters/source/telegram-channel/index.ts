import { SourceError } from "../../../src/errors.ts";
import type { PollState, Source } from "../../../src/model/source.ts";
import type { Fetcher } from "../../../src/ports/fetcher.ts";
import type { PollResult, SourceItem, SourceKind } from "../../../src/ports/source-kind.ts";
import { decodeText } from "../decode.ts";
import { fetchChanged, NO_VALIDATORS } from "../fetch-state.ts";
import { bounded } from "../bounds.ts";
import { itemKeys } from "../identity.ts";
import { readChannelPage, type ChannelPage, type Post } from "./page.ts";

/** How the kind is set up. */
export interface TelegramChannelOptions {
  /** Where channels are previewed. Default `https://t.me`. */
  readonly baseUrl?: string;
}

/** The public preview shows this many posts; a busy channel may post more between two polls. */
const PAGE_SIZE = 20;
/** Older pages that are fetched to close a gap, at most: 100 posts between two polls are a flood. */
const MAX_OLDER_PAGES = 5;

/** Public Telegram channels, by their preview pages. A source's URL is `https://t.me/NAME` or `https://t.me/s/NAME`. */
export function createTelegramChannelKind(
  fetcher: Fetcher,
  { baseUrl = "https://t.me" }: TelegramChannelOptions = {},
): SourceKind {
  /** How far each source was read; lost at a restart, when the time of the last poll has to do. */
  const reads = new Map<string, Read>();
  return {
    kind: "telegram-channel",
    async poll(source: Source, state: PollState, signal: AbortSignal): Promise<PollResult> {
      const url = `${baseUrl}/s/${channelName(source.url)}`;
      const fetched = await fetchChanged(fetcher, { ...source, url }, state, signal);
      if (fetched.kind === "unchanged") return fetched;
      const { answer, validators } = fetched;
      const page = read(answer.body, answer.headers["content-type"] ?? "");
      const isFirst = state.firstPolledAt === null;
      const from = reachOf(reads.get(source.id), state);
      const { posts, isWhole, missed } = isFirst
        ? onlyThis(page)
        : await closeGap({ fetcher, url, page, from, signal });
      const newest = Math.max(from.number ?? 0, ...posts.map((post) => post.number));
      reads.set(source.id, {
        savedAs: savedAs(state),
        from,
        to: isWhole ? { number: newest, at: null } : from,
      });
      return {
        kind: "items",
        items: posts.filter((post) => post.text !== "").map(sourceItem),
        title: page.title,
        validators: isWhole ? validators : NO_VALIDATORS,
        notBeforeMs: answer.freshMs,
        movedTo: null,
        missed,
      };
    },
  };
}

/** How far a channel was read: up to a post, or, where that is not known, up to a time (epoch milliseconds; null: not known either). */
interface Reach {
  readonly number: number | null;
  readonly at: number | null;
}

/** One poll's reading. */
interface Read {
  /** The state before it: while the store has no other, what was read has not been taken in. */
  readonly savedAs: string;
  readonly from: Reach;
  readonly to: Reach;
}

function savedAs({ firstPolledAt, lastSuccessAt }: PollState): string {
  return `${firstPolledAt}/${lastSuccessAt}`;
}

function reachOf(read: Read | undefined, state: PollState): Reach {
  if (read === undefined) return { number: null, at: state.lastSuccessAt };
  return read.savedAs === savedAs(state) ? read.from : read.to;
}

/** The posts since the last poll. */
interface Closed {
  readonly posts: readonly Post[];
  /** False: the next poll has to try again. */
  readonly isWhole: boolean;
  /** Numbers between the last post that was seen and the first that is shown; some may be deleted posts. */
  readonly missed: number;
}

function onlyThis(page: ChannelPage): Closed {
  return { posts: page.posts, isWhole: true, missed: 0 };
}

interface Gap {
  readonly fetcher: Fetcher;
  readonly url: string;
  readonly page: ChannelPage;
  readonly from: Reach;
  readonly signal: AbortSignal;
}

/**
 * The posts since the last poll: where the page does not reach back to the last post that was seen, older pages are asked for, one after
 * another. After a restart, when that post is not known, they have to reach back to the time of the last poll. A failing older page leaves
 * the gap to the next poll.
 */
async function closeGap({ fetcher, url, page, from, signal }: Gap): Promise<Closed> {
  const { number: since, at: polledAt } = from;
  let posts = page.posts;
  for (let older = 0; ; older += 1) {
    const first = posts[0]?.number ?? 0;
    const missed = since === null || first === 0 ? 0 : Math.max(0, first - since - 1);
    const isReached =
      since === null ? reachesBack(posts[0]?.publishedAt ?? null, polledAt, older) : missed === 0;
    if (isReached || first <= 1 || page.posts.length < PAGE_SIZE) return { posts, isWhole: true, missed: 0 };
    if (older === MAX_OLDER_PAGES) return { posts, isWhole: true, missed };
    const answer = await fetcher(`${url}?before=${first}`, { signal }).catch((error: unknown) => {
      if (error instanceof SourceError && error.code !== "aborted") return null;
      throw error;
    });
    if (answer === null) return { posts, isWhole: false, missed };
    const before =
      readChannelPage(decodeText(answer.body, answer.headers["content-type"] ?? ""))?.posts ?? [];
    const earlier = before.filter((post) => post.number < first);
    if (earlier.length === 0) return { posts, isWhole: true, missed };
    posts = [...earlier, ...posts];
  }
}

/** Telegram's clock and ours differ, and a post may show a moment after its time. */
const CLOCK_MARGIN_MS = 300_000;

/** Whether posts whose first is of `firstAt` meet what was seen before `polledAt`. Where times are missing, one older page has to do. */
function reachesBack(firstAt: number | null, polledAt: number | null, older: number): boolean {
  if (firstAt === null || polledAt === null) return older > 0;
  return firstAt < polledAt - CLOCK_MARGIN_MS;
}

/** The name in a channel's address. Throws SourceError `bad-url`. */
export function channelName(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : `/${url.replace(/^@/, "")}`;
  const name = /^\/(?:s\/)?([A-Za-z]\w{3,31})\/?$/.exec(path)?.[1];
  if (name !== undefined) return name;
  throw new SourceError("The address names no public Telegram channel.", {
    code: "bad-url",
    permanent: true,
    hint: "Write it as https://t.me/NAME.",
  });
}

function read(body: Uint8Array, contentType: string): ChannelPage {
  const page = readChannelPage(decodeText(body, contentType));
  if (page !== null) return page;
  throw new SourceError("The channel has no public preview, or does not exist.", {
    code: "no-preview",
    hint: "Only public channels whose posts show at t.me/s/NAME can be followed.",
  });
}

function sourceItem(post: Post): SourceItem {
  const { id, url, text, publishedAt } = post;
  return bounded({
    keys: itemKeys({ id, url, title: "", text, publishedAt }, new Set()),
    url,
    title: "",
    text,
    publishedAt,
    lang: null,
    origin: post.forwardedFrom,
  });
}
