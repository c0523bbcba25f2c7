/**
 * The vocabularies that feeds are written in. `core` is the feed's own (RSS without a namespace, RSS 0.9 and 1.0, Atom);
 * everything else has the prefix that is usual for it.
 */
export type Space =
  | "core"
  | "atom"
  | "rdf"
  | "content"
  | "dc"
  | "dcterms"
  | "media"
  | "itunes"
  | "xhtml"
  | "sy"
  | "xml"
  | "other";

const URIS: readonly (readonly [RegExp, Space])[] = [
  [/^http:\/\/(www\.)?w3\.org\/2005\/atom\/?$/, "atom"],
  [/^http:\/\/purl\.org\/atom\/(ns|app)?#?/, "atom"],
  [
    /^http:\/\/(purl\.org\/(rss|net\/rss1\.1)|my\.netscape\.com|channel\.netscape\.com)\/(?!.*modules)/,
    "core",
  ],
  [
    /^http:\/\/(backend\.userland\.com|blogs\.law\.harvard\.edu|cyber\.law\.harvard\.edu|www\.rssboard\.org)\//,
    "core",
  ],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/content/, "content"],
  [/^http:\/\/purl\.org\/rss\/1\.0\/modules\/syndication/, "sy"],
  [/^http:\/\/purl\.org\/dc\/elements\//, "dc"],
  [/^http:\/\/purl\.org\/dc\/terms/, "dcterms"],
  [/^http:\/\/search\.yahoo\.com\/mrss/, "media"],
  [/^http:\/\/(www\.)?itunes\.(apple\.)?com\/dtds\/podcast/, "itunes"],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml/, "xhtml"],
  [/^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/, "rdf"],
  [/^http:\/\/www\.w3\.org\/xml\/1998\/namespace/, "xml"],
];

/** What a prefix means when the document forgets to declare it. */
const PREFIXES: Readonly<Record<string, Space>> = {
  "": "core",
  rss: "core",
  atom: "atom",
  a10: "atom",
  rdf: "rdf",
  content: "content",
  dc: "dc",
  dcterms: "dcterms",
  media: "media",
  itunes: "itunes",
  xhtml: "xhtml",
  sy: "sy",
  xml: "xml",
};

/** Feeds declare about ten. Each element that declares one copies them all. */
const MAX_PREFIXES = 100;

/** Prefix to vocabulary, as declared so far. */
export type Scope = ReadonlyMap<string, Space>;

/** The scope inside an element with these attributes (names as written). The same object when it declares nothing. */
export function scopeOf(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let inner: Map<string, Space> | null = null;
  for (const [name, value] of Object.entries(attributes)) {
    const isDeclaration = name === "xmlns" || name.startsWith("xmlns:");
    if (!isDeclaration) continue;
    const prefix = name.slice(6).toLowerCase();
    const known = inner ?? outer;
    if (known.size >= MAX_PREFIXES && !known.has(prefix)) continue;
    inner ??= new Map(outer);
    const space = spaceOfUri(value);
    // An unknown default namespace is somebody's private name for plain RSS.
    inner.set(prefix, prefix === "" && space === "other" ? "core" : space);
  }
  return inner ?? outer;
}

/** The vocabulary of a lower-case prefix. */
export function spaceOf(scope: Scope, prefix: string): Space {
  return scope.get(prefix) ?? (Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined) ?? "other";
}

function spaceOfUri(uri: string): Space {
  const plain = uri.trim().toLowerCase();
  if (plain === "") return "core";
  return URIS.find(([pattern]) => pattern.test(plain))?.[1] ?? "other";
}
