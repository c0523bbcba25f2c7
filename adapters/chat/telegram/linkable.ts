/** A run of a text. `isLinkable`: Telegram would make a link of it by itself. */
export interface Run {
  readonly words: string;
  readonly isLinkable: boolean;
}

/**
 * What Telegram makes links of by itself (https://core.telegram.org/bots/api#messageentity; tdlib/td, MessageEntity.cpp,
 * read 2026-11-25), wider rather than narrower. Repetitions are bounded: a report may be long.
 */
const shapes = [
  // An address: "https://…", "tg://…".
  String.raw`[A-Za-z][A-Za-z0-9+.\-]{0,20}:\/\/[^\s<>"]*`,
  // A name or a mailbox: "@name", "name@host.example".
  String.raw`[\p{L}\p{N}_.+\-]{0,64}@\w[\w.\-]*`,
  // A host without a scheme. A capital, then small letters begin a sentence ("killed.The"), unless they are a well-known ending.
  String.raw`(?:[\p{L}\p{N}_\-]{1,63}\.){1,40}(?:(?i:com|org|net|info|gov|edu|mil|eu|uk|de|ru|su|ua|by|io|me|tv|news|press|укр|рф|рус|бел|бг|ею|мкд|мон|срб|қаз|дети|сайт|онлайн|орг|ком|москва)|[a-z]{2,63}|[A-Z]{2,63}|(?!\p{Script=Cyrillic}|[A-Za-z])\p{L}{1,63})(?![\p{L}\p{N}])(?::\d{1,5})?(?:[\/?#][^\s<>"]*)?`,
  // A tag; of digits alone it is none.
  String.raw`#[\p{N}\p{M}]{0,64}[\p{L}_][\p{L}\p{M}\p{N}_]*(?:@\w+)?`,
  String.raw`\$(?:1INCH|[A-Z]{1,8})(?![\p{L}\p{N}_])(?:@\w+)?`,
];
const command = String.raw`(?<![\p{L}\p{N}_\/<>])\/(?<command>\w{1,64})(?<bot>@\w+)?`;
const linkable = new RegExp([...shapes, command].join("|"), "gu");
const commands = new RegExp(command, "gu");
/** Cheaper than the shapes: most texts have none of it, and nearly all others commands only. */
const suspicious = /[@#$/]|\.\p{L}/u;
const moreThanCommands = /[@#$]|:\/\/|\.\p{L}/u;
/** What ends a sentence or closes a bracket stands behind an address, and is no part of it. */
const behind = /[.,:;!?)\]}»”’'…-]+$/u;

const noCommands: ReadonlySet<string> = new Set();

/** A text in its runs, in order. `liveCommands`: names of commands that are no such run, since they may be tapped. */
export function runsOf(text: string, liveCommands: ReadonlySet<string> = noCommands): readonly Run[] {
  if (!suspicious.test(text)) return [{ words: text, isLinkable: false }];
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(moreThanCommands.test(text) ? linkable : commands)) {
    const { command: name, bot } = match.groups ?? {};
    if (name !== undefined && bot === undefined && liveCommands.has(name)) continue;
    const words = match[0].replace(behind, "");
    if (match.index > end) runs.push({ words: text.slice(end, match.index), isLinkable: false });
    runs.push({ words, isLinkable: true });
    end = match.index + words.length;
  }
  if (end < text.length || runs.length === 0) runs.push({ words: text.slice(end), isLinkable: false });
  return runs;
}
