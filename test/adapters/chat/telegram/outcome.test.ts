import { HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../../../adapters/chat/telegram/outcome.ts";
import { addressOf } from "./support.ts";

const context = {
  address: addressOf(7),
  isEdit: false,
  refused: (retryAfterMs: number) => ({ scope: "chat" as const, retryAfterMs }),
  redact: (text: string) => text,
};

/** As grammY and undici hand it on: the fault is the cause of "fetch failed", which is in an HttpError. */
const failedFetch = (cause: Error) =>
  new HttpError("Network request for 'sendMessage' failed!", new TypeError("fetch failed", { cause }));
const systemError = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

describe("a network fault", () => {
  it.each([
    ["nobody listens", systemError("ECONNREFUSED", "connect")],
    ["the name is unknown", systemError("ENOTFOUND", "getaddrinfo")],
    ["the name server does not answer", systemError("EAI_AGAIN", "getaddrinfo")],
    ["there is no way there", systemError("ENETUNREACH", "connect")],
    ["connecting takes too long", systemError("ETIMEDOUT", "connect")],
    [
      "the client gives up connecting",
      Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" }),
    ],
    [
      "the certificate is not good",
      Object.assign(new Error("certificate has expired"), { code: "CERT_HAS_EXPIRED" }),
    ],
    [
      "every address fails",
      Object.assign(
        new AggregateError([systemError("ECONNREFUSED", "connect"), systemError("ETIMEDOUT", "connect")]),
        { code: "ETIMEDOUT" },
      ),
    ],
  ])("is a wait when %s: nothing was sent", (_, cause) => {
    expect(outcomeOf(failedFetch(cause), context)).toMatchObject({
      kind: "wait",
      scope: "platform",
      retryAfterMs: 5_000,
    });
  });

  it.each([
    ["the connection is reset", systemError("ECONNRESET", "read")],
    ["the other side hangs up", Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" })],
    ["reading takes too long", systemError("ETIMEDOUT", "read")],
    [
      "the headers do not come",
      Object.assign(new Error("Headers Timeout Error"), { code: "UND_ERR_HEADERS_TIMEOUT" }),
    ],
    ["writing fails", systemError("EPIPE", "write")],
  ])("is unknown when %s: it may have been sent", (_, cause) => {
    expect(outcomeOf(failedFetch(cause), context).kind).toBe("unknown");
  });

  it("is unknown without any code, as after a timeout of the client's", () => {
    const timeout = new HttpError(
      "Network request failed",
      new Error("Request to 'sendMessage' timed out after 25 seconds"),
    );

    expect(outcomeOf(timeout, context)).toEqual({ kind: "unknown", why: "no answer" });
    expect(outcomeOf("thrown", context)).toEqual({ kind: "unknown", why: "no answer" });
  });
});
