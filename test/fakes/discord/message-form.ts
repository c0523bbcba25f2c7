import { FormCheck, faultOf } from "./fault.ts";
import { objectOf, objectsOf, textOf, type Json } from "./forms.ts";
import { checkComponents, checkV2 } from "./component-form.ts";

/** Message flags (resources/message, message flags). */
export const messageFlags = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

type Path = readonly (string | number)[];

/** Checks a message's form by the documented limits (resources/message). Throws 50035 with its tree, or 50006. */
export function checkMessageForm(body: Json, mode: "create" | "edit"): void {
  const check = new FormCheck();
  check.text(["content"], body["content"], [0, 2_000]);
  checkEmbeds(check, body["embeds"]);
  checkAllowedMentions(check, body["allowed_mentions"]);
  checkNonce(check, body);
  const isV2 = (flagsOf(body) & messageFlags.componentsV2) !== 0;
  if (isV2) checkV2(check, body);
  else checkComponents(check, body["components"]);
  check.done();
  if (mode === "create" && isEmpty(body)) throw faultOf(50_006);
}

export function flagsOf(body: Json): number {
  const flags = body["flags"];
  return typeof flags === "number" ? flags : 0;
}

function isEmpty(body: Json): boolean {
  const hasContent = textOf(body["content"]).trim() !== "";
  return !hasContent && objectsOf(body["embeds"]).length === 0 && objectsOf(body["components"]).length === 0;
}

function checkEmbeds(check: FormCheck, value: unknown): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value))
    return check.add(["embeds"], "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
  const embeds = objectsOf(value);
  if (embeds.length > 10) check.add(["embeds"], "BASE_TYPE_BAD_LENGTH", "Must be 10 or fewer in length.");
  let total = 0;
  for (const [index, embed] of embeds.entries()) total += checkEmbed(check, embed, ["embeds", index]);
  if (total > 6_000)
    check.add(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
}

/** Returns how much the embed counts towards the 6,000. */
function checkEmbed(check: FormCheck, embed: Json, path: Path): number {
  const footer = objectOf(embed["footer"]);
  const author = objectOf(embed["author"]);
  const fields = objectsOf(embed["fields"]);
  check.text([...path, "title"], embed["title"], [0, 256]);
  check.text([...path, "description"], embed["description"], [0, 4_096]);
  check.text([...path, "footer", "text"], footer?.["text"], [footer === null ? 0 : 1, 2_048]);
  check.text([...path, "author", "name"], author?.["name"], [author === null ? 0 : 1, 256]);
  if (fields.length > 25)
    check.add([...path, "fields"], "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
  for (const [index, field] of fields.entries()) {
    check.text([...path, "fields", index, "name"], field["name"], [1, 256]);
    check.text([...path, "fields", index, "value"], field["value"], [1, 1_024]);
  }
  checkUrl(check, embed["url"], [...path, "url"]);
  for (const field of ["image", "thumbnail"]) {
    const url = objectOf(embed[field])?.["url"];
    if (!textOf(url).startsWith("attachment://")) checkUrl(check, url, [...path, field, "url"]);
  }
  const color = embed["color"];
  if (typeof color === "number" && (color < 0 || color > 0xffffff))
    check.add([...path, "color"], "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
  const texts = [embed["title"], embed["description"], footer?.["text"], author?.["name"]];
  const all = [...texts, ...fields.flatMap((field) => [field["name"], field["value"]])];
  const size = all.reduce<number>((sum, text) => sum + [...textOf(text)].length, 0);
  if (size === 0 && embed["image"] === undefined)
    check.add([...path, "description"], "BASE_TYPE_REQUIRED", "This field is required");
  return size;
}

export function checkUrl(check: FormCheck, value: unknown, path: Path): void {
  if (value === undefined || value === null) return;
  const url = URL.parse(textOf(value));
  if (url === null || !["http:", "https:", "discord:"].includes(url.protocol))
    check.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
}

const parseTypes = ["roles", "users", "everyone"];

function checkAllowedMentions(check: FormCheck, value: unknown): void {
  const allowed = objectOf(value);
  if (allowed === null) return;
  const parse = Array.isArray(allowed["parse"]) ? (allowed["parse"] as unknown[]) : [];
  for (const type of parse) {
    if (typeof type !== "string" || !parseTypes.includes(type))
      check.add(
        ["allowed_mentions", "parse"],
        "BASE_TYPE_CHOICES",
        `Value must be one of {${parseTypes.join(", ")}}.`,
      );
  }
  for (const list of ["users", "roles"]) {
    const ids: unknown = allowed[list];
    if (parse.includes(list) && Array.isArray(ids) && ids.length > 0)
      check.add(
        ["allowed_mentions"],
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        `parse:["${list}"] and ${list}: [ids...] are mutually exclusive.`,
      );
    if (Array.isArray(ids) && ids.length > 100)
      check.add(["allowed_mentions", list], "BASE_TYPE_BAD_LENGTH", "Must be 100 or fewer in length.");
  }
}

function checkNonce(check: FormCheck, body: Json): void {
  const nonce = body["nonce"];
  if (nonce === undefined || nonce === null) return;
  if (typeof nonce !== "string" && typeof nonce !== "number")
    return check.add(["nonce"], "NONCE_TYPE_INVALID", "Nonce must be a string or an integer.");
  if (typeof nonce === "string" && nonce.length > 25)
    check.add(["nonce"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
}

export interface MentionRules {
  /** What happens without `allowed_mentions`: everything in a message, users only in an interaction's answer. */
  readonly defaults: readonly string[];
  readonly mayMentionEveryone: boolean;
  /** Roles that the bot may mention; with the permission for everyone all of them. */
  readonly roles: ReadonlySet<string>;
}

/** Whom a message notifies (resources/message, allowed mentions). Only content and text components ping, never embeds. */
export function pingsOf(body: Json, rules: MentionRules): string[] {
  const text = visibleText(body);
  const allowed = objectOf(body["allowed_mentions"]);
  const parse = allowed === null ? rules.defaults : listOf(allowed["parse"]);
  const users = [...text.matchAll(/<@!?(\d{17,20})>/g)].map((match) => match[1] ?? "");
  const roles = [...text.matchAll(/<@&(\d{17,20})>/g)].map((match) => match[1] ?? "");
  const isAllowed = (kind: string, id: string): boolean =>
    parse.includes(kind) || listOf(allowed?.[kind]).includes(id);
  const everyone = parse.includes("everyone") && rules.mayMentionEveryone && /@(everyone|here)/.test(text);
  return [
    ...(everyone ? ["everyone"] : []),
    ...users.filter((id) => isAllowed("users", id)),
    ...roles.filter((id) => (rules.mayMentionEveryone || rules.roles.has(id)) && isAllowed("roles", id)),
  ];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function visibleText(body: Json): string {
  const texts = (components: unknown): string[] =>
    objectsOf(components).flatMap((one) => [textOf(one["content"]), ...texts(one["components"])]);
  return [textOf(body["content"]), ...texts(body["components"])].join("\n");
}
