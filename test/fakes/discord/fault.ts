/** One node of the `errors` tree of a 50035 answer. */
export interface FormErrors {
  _errors?: { code: string; message: string }[];
  [part: string]: FormErrors | { code: string; message: string }[] | undefined;
}

/** An answer of the API that is an error: HTTP status and Discord's JSON code (topics/opcodes-and-status-codes). */
export class ApiFault extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrors | null;
  /** Of a 429: how long it asks to wait, milliseconds. */
  readonly retryAfterMs: number = 2_500;

  constructor(status: number, code: number, message: string, errors: FormErrors | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** The documented words of the codes that the fake uses, with the status that goes with them. */
const known: Readonly<Record<number, readonly [number, string]>> = {
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10007: [404, "Unknown Member"],
  10008: [404, "Unknown Message"],
  10013: [404, "Unknown User"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  20016: [429, "This action cannot be performed due to slowmode rate limit"],
  20028: [429, "The channel you are writing has hit the write rate limit"],
  20029: [429, "The write action you are performing on the server has hit the write rate limit"],
  30015: [400, "Maximum number of attachments in a message reached (10)"],
  30032: [400, "Maximum number of application commands reached (100)"],
  30034: [400, "Maximum number of daily application command creates has been reached (200)"],
  30046: [429, "Maximum number of edits to messages older than 1 hour reached. Try again later"],
  40005: [413, "Request entity too large"],
  40033: [400, "This message has already been crossposted"],
  40058: [400, "Cannot execute action on this channel type: forum"],
  40060: [400, "Interaction has already been acknowledged."],
  40066: [400, "There are no tags available that can be set by non-moderators"],
  40067: [400, "A tag is required to create a forum post in this channel"],
  40094: [400, "This interaction has hit the maximum number of follow up messages"],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50008: [400, "Cannot send messages in a non-text channel"],
  50013: [403, "Missing Permissions"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50083: [400, "Thread is archived"],
  50109: [400, "The request body contains invalid JSON."],
  50146: [400, "Uploaded file not found."],
  50278: [403, "Cannot send messages to this user due to having no mutual guilds"],
  160002: [400, "Cannot reply without permission to read message history"],
  160004: [400, "A thread has already been created for this message"],
  160005: [400, "Thread is locked"],
  160006: [400, "Maximum number of active threads reached"],
  200000: [400, "Message was blocked by automatic moderation"],
  200001: [400, "Title was blocked by automatic moderation"],
};

/** The error of a code. */
export function faultOf(code: number): ApiFault {
  const [status, message] = known[code] ?? [400, `Error ${code}`];
  return new ApiFault(status, code, message);
}

/** The limit of a single resource, which no header of the route tells. */
export class ResourceLimited extends ApiFault {
  override readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super(429, 0, "You are being rate limited.");
    this.retryAfterMs = retryAfterMs;
  }
}

/** Collects what is wrong with a form, by path. */
export class FormCheck {
  readonly #errors: FormErrors = {};
  #count = 0;

  add(path: readonly (string | number)[], code: string, message: string): void {
    let node = this.#errors;
    for (const part of path) {
      const next = (node[part] ??= {}) as FormErrors;
      node = next;
    }
    // oxlint-disable-next-line eslint/no-underscore-dangle -- Discord's own name
    (node._errors ??= []).push({ code, message });
    this.#count += 1;
  }

  /** Checks a text's length; undefined and null pass when `min` is 0. */
  text(path: readonly (string | number)[], value: unknown, range: readonly [number, number]): void {
    const [min, max] = range;
    if ((value === undefined || value === null) && min === 0) return;
    if (value === undefined || value === null)
      return this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    if (typeof value !== "string")
      return this.add(path, "STRING_TYPE_CONVERT", "Could not interpret as string.");
    const { length } = [...value];
    if (length < min || length > max)
      this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
  }

  get count(): number {
    return this.#count;
  }

  /** Throws 50035 with the tree when anything was wrong. */
  done(): void {
    if (this.#count > 0) throw new ApiFault(400, 50_035, "Invalid Form Body", this.#errors);
  }
}
