import { textsOf } from "../../../languages/texts.ts";
import type { Block, Message } from "../../../model/message.ts";
import type { Source } from "../../../model/source.ts";
import type { Reply } from "../../../ports/command.ts";
import type { FollowedSource } from "../../../ports/source-store.ts";
import { plainReply, shownWord, type CommandCall } from "../../context.ts";
import { momentText } from "../../moments.ts";
import { pageButtons, readPage } from "../../paging.ts";
import { shortKey } from "../../short-key.ts";
import { sourceStateText } from "../../source-state.ts";
import type { SourceTrial } from "../abilities.ts";
import { recorded, recorderOf } from "../act.ts";
import { findSource, unknownReply } from "./find.ts";
import { again, decisions, requestMark } from "./own-buttons.ts";
import { sourceReply } from "./panel.ts";
import { trialBlocks } from "./test-source.ts";
import { inLanguage } from "../../spoken.ts";

const pageSize = 20;

/** What a chat asks for, what it would bring, and when admins refused that address to some chat (epoch milliseconds; null: never, or they agreed since). */
interface Request {
  readonly source: Source;
  readonly trial: SourceTrial;
  readonly refusedAt: number | null;
}

/** Tells every admin chat once that a chat asks for a source of its own, with buttons to decide. */
export async function askAdmins(call: CommandCall, { source, ...more }: Request): Promise<void> {
  const { context } = call;
  const now = context.clock.now();
  const asked = await context.store.sources.find(source.id);
  if (asked === null) return;
  const mark = requestMark(asked);
  for (const address of context.adminChats ?? []) {
    const language =
      (await context.store.chats.find(address))?.subscription.language ?? context.defaults.language;
    const message = requestMessage(inLanguage(call, language), asked, more);
    const key = `own-source:${source.id}:${asked.state.dueAt}:${mark}`;
    const notice = { to: { address }, key, message, isLoud: true, forSubscribers: false, dueAt: now };
    await context.store.outbox.addNotice(notice, now);
  }
}

/** Who asks for what, and what it would bring. */
function requestMessage(
  call: CommandCall,
  asked: FollowedSource,
  { trial, refusedAt }: Pick<Request, "trial" | "refusedAt">,
): Message {
  const { source } = asked;
  const { text } = call;
  const { chat, who } = namesOf(call);
  const lines = [
    text("own-request-from", { chat, platform: call.invocation.user.platform }),
    text("own-request-by", { who, chat: call.place.channel }),
    text("own-request-source", { name: source.name, url: source.url }),
    ...(refusedAt === null ? [] : [text("own-request-refused", { when: momentText(refusedAt, call) })]),
    text("own-request-about"),
  ];
  return {
    title: text("own-request-title"),
    blocks: [
      ...lines.map((line): Block => ({ kind: "text", text: line })),
      { kind: "sources", text: text("source-link"), links: [{ label: source.name, url: source.url }] },
      ...trialBlocks(call, trial),
    ],
    actions: [
      ...decisions(call, source.id, [requestMark(asked)]),
      { command: "sources", argument: `test ${shortKey(source.id)}`, label: text("button-source-test") },
    ],
    language: call.language,
  };
}

/** What the chat and the person are called, as far as the platform says; ids beside the names, which anybody may choose. */
function namesOf(call: CommandCall): { readonly chat: string; readonly who: string } {
  const { user, chatTitle, isDirect } = call.invocation;
  const isTheirOwn = call.elsewhere === null && isDirect;
  const title = shownWord(call.elsewhere ?? chatTitle).replace(/\s+/gu, " ");
  const chat = isTheirOwn ? call.text("report-private-chat") : title || call.text("other-chat");
  // In a person's own chat its title is their name.
  const name = shownWord(user.name ?? (isTheirOwn ? title : "")).replace(/\s+/gu, " ");
  return { chat, who: name === "" ? user.id : `${name}, ${user.id}` };
}

/**
 * /sources approve|refuse ID [again|MARK]. A decision on what waits; with the last word one that was made is turned round, which is how it is undone. A
 * button of a request that was decided, withdrawn or made anew since decides nothing and shows how it stands.
 */
export async function decideOwn(call: CommandCall, what: "approve" | "refuse"): Promise<Reply> {
  const [word = "", more] = call.words;
  const followed = await findSource(call, word);
  if (followed === null) return unknownReply(call, word);
  const { source, state } = followed;
  const { ownerChat } = source;
  if (ownerChat === undefined) return sourceReply(call, followed, call.text("own-everybodys"));
  const isWaiting = state.halt === "waiting";
  if (isWaiting && more !== undefined && more !== again && more !== requestMark(followed))
    return sourceReply(call, followed, call.text("own-stale"));
  const isOpposite = what === "approve" ? state.halt === "refused" : state.halt !== "refused";
  if (!isWaiting && !(more === again && isOpposite))
    return sourceReply(call, followed, call.text("own-decided"));
  const halt = what === "approve" ? null : "refused";
  const { store, clock } = call.context;
  const act = {
    act: `source.${what}`,
    subject: source.id,
    before: state.halt ?? "polled",
    after: source.url,
  };
  await recorded(recorderOf(call), act, async () => {
    const isDone = await store.sources.halt(source.id, halt, clock.now());
    return { result: isDone, outcome: isDone ? "done" : "refused" };
  });
  await tellChat(call, source, what === "approve" ? "own-approved" : "own-refused");
  call.context.poke();
  const now = await store.sources.find(source.id);
  if (now === null) return plainReply(call, call.text("sources-unknown", { id: word }));
  return sourceReply(call, now, call.text(`own-${what}-done`));
}

/** The chat hears what was decided on its source, in its language. `key`: of the texts. */
export async function tellChat(
  call: CommandCall,
  source: Source,
  key: "own-approved" | "own-refused" | "own-removed",
): Promise<void> {
  const { store, clock, languages, translate, defaults } = call.context;
  if (source.ownerChat === undefined) return;
  const now = clock.now();
  const messageIn = (language: string): Message => ({
    title: translate(language, `${key}-title`, { name: source.name }),
    blocks: [{ kind: "text", text: translate(language, `${key}-about`) }],
    actions: [],
    language: textsOf(language).language,
  });
  await store.outbox.addNotice(
    {
      to: { chatId: source.ownerChat },
      key: `${key}:${source.id}:${now}`,
      message: messageIn(defaults.language),
      translations: Object.fromEntries(languages.map((language) => [language, messageIn(language)])),
      isLoud: true,
      forSubscribers: true,
      dueAt: now,
    },
    now,
  );
}

/** /sources own [page]: what single chats follow, those that wait first. */
export async function listOwn(call: CommandCall): Promise<Reply> {
  const { clock, store } = call.context;
  const page = readPage(call.words[0]);
  const rank = ({ state }: FollowedSource): number => (state.halt === "waiting" ? 0 : 1);
  const own = (await store.sources.own()).toSorted((a, b) => rank(a) - rank(b));
  const shown = own.slice((page - 1) * pageSize, page * pageSize);
  const items = shown.map((followed) => ({
    text: call.text("own-list-line", {
      id: followed.source.id,
      name: followed.source.name,
      state: sourceStateText(call.text, followed, clock.now()),
    }),
    link: { label: followed.source.name, url: followed.source.url },
  }));
  const list: readonly Block[] = items.length === 0 ? [] : [{ kind: "list", items }];
  return {
    isPrivate: true,
    isInPlace: call.words.length > 0,
    message: {
      title: call.text("own-list-title", { count: own.length }),
      blocks: list,
      selects:
        shown.length === 0
          ? []
          : [
              {
                command: "sources",
                argument: "show here",
                label: call.text("open-source"),
                isMultiple: false,
                options: shown.map(({ source }) => ({
                  value: shortKey(source.id),
                  label: `${source.name} (${source.id})`.slice(0, 100),
                  isChosen: false,
                })),
              },
            ],
      actions: pageButtons(call, "sources", {
        page,
        isMore: own.length > page * pageSize,
        words: ["own"],
      }),
      language: call.language,
    },
  };
}
