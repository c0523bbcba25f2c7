/** What is used of a DOM element here; linkedom's own types want the library of browsers. */
export interface Node {
  readonly textContent: string | null;
  readonly innerHTML: string;
  querySelectorAll(selectors: string): Iterable<Node>;
  remove(): void;
}

const ASIDE =
  "figure, figcaption, aside, form, button, input, select, nav, footer, iframe, video, audio, script, style";
const BLOCKS = "p, li, ul, ol, div, section, h2, h3, h4, h5, h6, blockquote";
/** A longer block is a part of the article, whatever it begins with. */
const MAX_POINTER = 250;
/** A block whose text is links to this share points elsewhere. */
const LINK_SHARE = 0.8;
/** "Read also" and its kin at the beginning of a block, in the languages that are read. */
const POINTER =
  /^[\s>»→•–—-]*(?:(?:read|see|watch) (?:also|more|next)|also read|related(?: (?:articles?|stories|news|topics?))?\s*:|more on this|subscribe|follow us|читайте (?:також|ще|также|ещё|нас)|чита[йт]те? на|дивіться також|смотрите также|по темі\s*:|по теме\s*:|також за темою|більше новин|больше новостей|підписуйтесь|підписатися|подписывайтесь|подписаться)(?![\p{L}\p{N}])/iu;

/** Cuts off what stands in an article without being of it. */
export function trimArticle(content: Node): void {
  for (const node of content.querySelectorAll(ASIDE)) node.remove();
  for (const node of content.querySelectorAll(BLOCKS)) {
    if (pointsElsewhere(node)) node.remove();
  }
}

function pointsElsewhere(node: Node): boolean {
  const text = squeeze(node.textContent);
  if (text === "" || text.length > MAX_POINTER) return false;
  if (POINTER.test(text)) return true;
  const linked = [...node.querySelectorAll("a")].reduce(
    (length, link) => length + squeeze(link.textContent).length,
    0,
  );
  return linked >= text.length * LINK_SHARE;
}

function squeeze(text: string | null): string {
  return (text ?? "").replace(/\s+/gu, " ").trim();
}
