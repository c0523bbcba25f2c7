import type { Action, Block, ListItem } from "../model/message.ts";
import type { Source } from "../model/source.ts";
import type { OwnSourceRules } from "./own-view.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import type { OpenTrial } from "../ports/trial-store.ts";
import type { CommandCall, CommandContext } from "./context.ts";
import { placeWord } from "./place-word.ts";
import { createRate } from "../rate.ts";
import { rateRules } from "./rate.ts";
import { hashKey, shortKey } from "./short-key.ts";
import { sourceStateText } from "./source-state.ts";

/** Null: no chat may. Where nobody could approve anything that is so, too. */
export function ownRulesOf({ ownSources, adminChats = [] }: CommandContext): OwnSourceRules | null {
  if (ownSources === undefined || ownSources.mode === "off") return null;
  return ownSources.mode === "approval" && adminChats.length === 0 ? null : ownSources;
}

/** How many more sources a chat may have; refused ones take no room. */
export function roomLeft(own: readonly FollowedSource[], { limits }: OwnSourceRules): number {
  return limits.perChat - own.filter(({ state }) => state.halt !== "refused").length;
}

/** How often people and chats may ask the bot's admins. */
export interface Asking {
  /** Takes one request. 0: go on; else seconds until the next one is allowed. */
  secondsFor(call: CommandCall): number;
}

/** In this process: each person now and then, each chat with all its topics so often a day. */
export function createAsking({ clock }: Pick<CommandContext, "clock">): Asking {
  const [persons, chats] = [createRate(clock, rateRules.rare), createRate(clock, rateRules.daily)];
  return {
    secondsFor({ place: { platform, channel }, invocation: { user } }) {
      const waitMs = persons.take(`${user.platform}:${user.id}`) || chats.take(`${platform}:${channel}`);
      return Math.ceil(waitMs / 1_000);
    },
  };
}

/** A source as one chat's own: with an id that no other has, the same whenever that chat follows the address. */
export function ownSourceOf(source: Source, chatId: number): Source {
  const slug = source.id.slice(0, 40).replace(/-+$/u, "");
  return { ...source, id: `own-${chatId}-${slug}-${hashKey(source.url).slice(1)}`, ownerChat: chatId };
}

/**
 * One line for each: its name and how it does. An address may hold a secret: it stands whole only in a person's own chat, elsewhere, where every
 * member reads along, its host alone. `read`: what is being read for the first time.
 */
export function ownLines(
  call: CommandCall,
  own: readonly FollowedSource[],
  read: readonly Pick<OpenTrial, "source">[] = [],
): Block {
  const now = call.context.clock.now();
  const line = (source: Source, state: string): ListItem => ({
    text: call.text("follow-line", { name: nameFor(call, source), state }),
    link: call.invocation.isDirect ? { label: source.name, url: source.url } : null,
  });
  return {
    kind: "list",
    items: [
      ...own.map((followed) => line(followed.source, sourceStateText(call.text, followed, now))),
      ...read.map(({ source }) => line(source, call.text("source-being-read"))),
    ],
  };
}

function nameFor({ invocation }: CommandCall, { name, url }: Source): string {
  const { host } = new URL(url);
  return invocation.isDirect || name === host ? name : `${name} (${host})`;
}

/** The words of a button with the chat that the call is about. */
export function ownArgument(call: CommandCall, words: readonly string[]): string {
  return [...words, ...(call.elsewhere === null ? [] : [placeWord(call.place)])].join(" ");
}

/** The button that asks for an address and follows it. */
export function followAction(call: CommandCall): Action {
  const ask = { title: call.text("follow-ask"), example: call.text("follow-example"), maxLength: 500 };
  return { command: "follow", argument: ownArgument(call, []), label: call.text("button-follow"), ask };
}

/** The button that unfollows a source; a long name is cut. */
export function unfollowAction(call: CommandCall, { id, name }: Source): Action {
  const shown = name.length <= 40 ? name : `${name.slice(0, 39)}…`;
  return {
    command: "unfollow",
    argument: ownArgument(call, [shortKey(id)]),
    label: call.text("button-unfollow", { name: shown }),
  };
}
