/** An answer that refuses, in the form of the Bot API: https://core.telegram.org/bots/api#making-requests */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | null;

  constructor(code: number, description: string, parameters: Readonly<Record<string, number>> | null = null) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/**
 * 400 with the server's manner of writing: the first letter becomes small, unless the text is a CONSTANT
 * (tdlib/telegram-bot-api, Client.cpp fail_query_with_error, read 2026-11-25).
 */
export function badRequest(
  text: string,
  parameters: Readonly<Record<string, number>> | null = null,
): ApiError {
  const isConstant = /^.[_A-Z]/u.test(text);
  const words = isConstant ? text : text.charAt(0).toLowerCase() + text.slice(1);
  return new ApiError(400, `Bad Request: ${words}`, parameters);
}

/** 403: the bot may not reach the chat. */
export function forbidden(text: string): ApiError {
  return new ApiError(403, `Forbidden: ${text}`);
}

/** 429 with the seconds to wait. */
export function floodWait(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
