import type { Source } from "../../src/model/source.ts";

/** The namespace of what OPML has no words for. Other readers pass over it. */
export const NAMESPACE = "urn:tallywire:opml:1";

/** Sources of single chats are written nowhere. */
type Told = Omit<Source, "url" | "name" | "ownerChat">;

/** Our attributes: how each field of a source is written, and read back (undefined: the text is none of its values). */
export const ATTRIBUTES: {
  readonly [Field in keyof Told]-?: {
    readonly name: string;
    readonly write: (value: Told[Field]) => string | null;
    readonly read: (text: string) => Told[Field] | undefined;
  };
} = {
  id: { name: "id", write: (id) => id, read: (text) => (/^[a-z0-9-]{1,80}$/u.test(text) ? text : undefined) },
  kind: { name: "kind", write: (kind) => kind, read: (text) => (text === "" ? undefined : text) },
  lang: {
    name: "lang",
    write: (lang) => lang,
    read: (text) => (/^[a-z]{2,3}$/u.test(text) ? text : undefined),
  },
  side: {
    name: "side",
    write: (side) => side,
    read: (text) => (/^(?:[A-Z]{2}|x-[a-z0-9-]{1,40})$/u.test(text) ? text : undefined),
  },
  isStateControlled: { name: "stateControlled", ...flag() },
  isUrgent: { name: "urgent", ...flag() },
  wantsArticle: { name: "wantsArticle", ...flag() },
  note: { name: "note", write: (note) => (note === "" ? null : note), read: (text) => text },
};

/** Written only when it is set. */
function flag() {
  return {
    write: (value: boolean | undefined) => (value === true ? "true" : null),
    read: (text: string) => (text === "true" ? true : text === "false" ? false : undefined),
  };
}
