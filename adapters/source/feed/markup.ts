import { withoutControls } from "./entities.ts";
import type { Element } from "./tree.ts";

/** Escapes text for an element or a double-quoted attribute, and leaves out what XML 1.0 cannot hold. */
export function escapeText(text: string): string {
  return withoutControls(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** All text inside an element, tags left out. */
export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Whether a text has HTML tags in it. Linear: a tag holds no second `<`. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(?:p|br|a|b|i|em|strong|div|span|ul|ol|li|img|h[1-6]|blockquote|table|tr|td|figure|hr|pre|code|u|s|small|sub|sup|iframe)(?:\s[^<>]*)?\/?>/i.test(
    text,
  );
}

/**
 * The value of a text construct as HTML. Real elements inside it (xhtml, unescaped markup) are written out in their order, which
 * rss-parser would lose; plain text is escaped; base64 is decoded.
 *
 * @param isAtom untyped text is plain in Atom and HTML in RSS
 */
export function htmlOf(element: Element, isAtom: boolean): string {
  const type = (element.attributes["type"] ?? "").trim().toLowerCase();
  const mode = (element.attributes["mode"] ?? "").trim().toLowerCase();
  if (element.children.some((child) => typeof child !== "string")) {
    // Escaped markup inside a real element is still markup.
    return innerHtml(unwrapDiv(element, type), type === "html" || type === "text/html");
  }
  const raw = textOf(element);
  const decoded = mode === "base64" || isBase64Type(type) ? decodeBase64(raw) : null;
  if (decoded !== null) {
    return isPlain(type) && !looksLikeHtml(decoded) ? escapeText(decoded) : decoded;
  }
  if (mode === "escaped" && type === "") return raw;
  const isText = isPlain(type) || (type === "" && isAtom);
  if (!isText) return raw;
  return type === "" && looksLikeHtml(raw) ? raw : escapeText(raw);
}

/** Atom 1.0, 4.1.3.3: a media type that is neither text nor XML carries base64. */
function isBase64Type(type: string): boolean {
  return /^(application|image|audio|video)\//.test(type) && !/(xml|json|html)$/.test(type);
}

/** Null: it is no base64 of a text. */
function decodeBase64(text: string): string | null {
  const compact = text.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return null;
  const decoded = Buffer.from(compact, "base64").toString("utf8");
  return decoded.includes("\ufffd") ? null : decoded;
}

function isPlain(type: string): boolean {
  return type === "text" || type === "text/plain";
}

function unwrapDiv(element: Element, type: string): Element {
  if (!type.includes("xhtml")) return element;
  const parts = element.children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const [only] = parts;
  return parts.length === 1 && typeof only === "object" && only.name === "div" ? only : element;
}

function innerHtml(element: Element, isEscaped: boolean): string {
  return element.children
    .map((child) => {
      if (typeof child !== "string") return outerHtml(child, isEscaped);
      return isEscaped ? child : escapeText(child);
    })
    .join("");
}

function outerHtml(element: Element, isEscaped: boolean): string {
  if (!/^[a-z][\w.-]*$/.test(element.name)) return innerHtml(element, isEscaped);
  const attributes = ["href", "src", "alt"]
    .map((name) => [name, element.attributes[name]] as const)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeText(value)}"`))
    .join("");
  const inner = innerHtml(element, isEscaped);
  return inner === ""
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${inner}</${element.name}>`;
}
