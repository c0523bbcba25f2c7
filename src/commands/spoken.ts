import type { Invocation } from "../ports/command.ts";

type Values = Readonly<Record<string, string | number>>;

/** What translates: `translate` of the command context. */
interface Translating {
  readonly translate: (language: string, key: string, args?: Values) => string;
}

/** How a call is answered. */
interface Spoken {
  readonly language: string;
  readonly text: (key: string, args?: Values) => string;
}

/** Texts in a language. */
export function spokenIn({ translate }: Translating, language: string): Spoken {
  return { language, text: (key, args) => translate(language, key, args) };
}

/** A call that is answered in another language. */
export function inLanguage<Call extends { readonly context: Translating }>(
  call: Call,
  language: string,
): Call & Spoken {
  return { ...call, ...spokenIn(call.context, language) };
}

/** A call whose answer all in the chat see: in their language. */
export function inOpen<Call extends { readonly context: Translating; readonly openLanguage: string }>(
  call: Call,
): Call & Spoken {
  return inLanguage(call, call.openLanguage);
}

type Where = Pick<Invocation, "isDirect" | "address">;

/** Whether an answer given where the call was made is read by that person alone. Discord shows such answers to nobody else. */
export function isReadAlone({ isDirect, address }: Where): boolean {
  return isDirect || address.platform === "discord";
}

/** Whether it is so among others, who do not see the answer. */
export function isWhispered(invocation: Where): boolean {
  return isReadAlone(invocation) && !invocation.isDirect;
}
