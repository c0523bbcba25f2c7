import type { Link, ListItem } from "../model/message.ts";
import type { Attribution } from "../model/development.ts";

/** A sentence of a report with where it stands. */
type Sentence = Attribution & { readonly evidence: string };

/** Everything behind a development that may take more than a message. */
export interface Evidence {
  readonly claims: readonly ListItem[];
  readonly links: readonly Link[];
  readonly sentences: readonly Sentence[];
}

/** What one page shows of it; the first shows some of each, a later one of one kind only. */
export type EvidencePage = Evidence & { readonly kind: "overview" | keyof Evidence };

/**
 * What fits a message of Telegram with its about 100 entities and 4,096 characters, and one of Discord, where addresses count as well;
 * sentences have at most 240 characters.
 */
const first = { claims: 20, claimCharacters: 2_400, links: 25, sentences: 4 } as const;
const later = {
  claims: 20,
  claimCharacters: 3_000,
  links: 30,
  linkCharacters: 3_000,
  sentences: 10,
} as const;

/** All pages, the overview first: each claim, each source and each sentence stands on one of them. */
export function evidencePages({ claims, links, sentences }: Evidence): readonly EvidencePage[] {
  const shown = countThatFits(claims, sizeOfClaim, {
    count: first.claims,
    characters: first.claimCharacters,
  });
  const none = { claims: [], links: [], sentences: [] };
  return [
    {
      kind: "overview",
      claims: claims.slice(0, shown),
      links: links.slice(0, first.links),
      sentences: sentences.slice(0, first.sentences),
    },
    ...chunks(claims.slice(shown), sizeOfClaim, {
      count: later.claims,
      characters: later.claimCharacters,
    }).map((chunk): EvidencePage => ({ ...none, kind: "claims", claims: chunk })),
    ...chunks(links.slice(first.links), sizeOfLink, {
      count: later.links,
      characters: later.linkCharacters,
    }).map((chunk): EvidencePage => ({ ...none, kind: "links", links: chunk })),
    ...chunks(sentences.slice(first.sentences), () => 0, { count: later.sentences, characters: 1 }).map(
      (chunk): EvidencePage => ({ ...none, kind: "sentences", sentences: chunk }),
    ),
  ];
}

interface Room {
  readonly count: number;
  readonly characters: number;
}

const sizeOfClaim = ({ text, link }: ListItem): number => text.length + (link?.url.length ?? 0);
const sizeOfLink = ({ label, url }: Link): number => label.length + url.length;

/** At least one, so that nothing is left out for its length. */
function countThatFits<Item>(items: readonly Item[], sizeOf: (item: Item) => number, room: Room): number {
  let left = room.characters;
  const fitting = items.findIndex((item, index) => {
    left -= sizeOf(item);
    return index >= room.count || (index > 0 && left < 0);
  });
  return fitting < 0 ? items.length : fitting;
}

function chunks<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  room: Room,
): readonly (readonly Item[])[] {
  if (items.length === 0) return [];
  const count = countThatFits(items, sizeOf, room);
  return [items.slice(0, count), ...chunks(items.slice(count), sizeOf, room)];
}
