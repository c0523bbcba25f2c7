import { deflateRawSync, deflateSync, gzipSync, brotliCompressSync } from "node:zlib";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createFetcher, type FetcherOptions } from "../../../adapters/fetch/index.ts";
import type { SourceError } from "../../../src/errors.ts";
import { answering, redirecting, startFakeWeb, type FakeWeb } from "../../fakes/web/server.ts";

let web: FakeWeb;
const fetchers: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  web = await startFakeWeb();
});
afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
  await web.close();
});

/** A fetcher to which only the test's own server is exempt from the guard. */
function fetcherWith(options: Partial<FetcherOptions> = {}) {
  const fetcher = createFetcher({
    userAgent: "Test/1 (+mailto:a@b.c)",
    allowPrivate: false,
    allowOrigins: [web.origin],
    ...options,
  });
  fetchers.push(fetcher);
  return fetcher;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => "no error",
    (error: SourceError) => error.code,
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe("the private-address guard", () => {
  it.each([
    "http://127.0.0.1/",
    "http://10.1.2.3/feed",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
  ])("refuses the literal %s", async (url) => {
    expect(await codeOf(fetcherWith()(url))).toBe("private-address");
  });

  it.each([
    ["loopback", [{ address: "127.0.0.1", family: 4 }]],
    ["the metadata service", [{ address: "169.254.169.254", family: 4 }]],
    [
      "one private address among public ones",
      [
        { address: "93.184.216.34", family: 4 },
        { address: "10.0.0.8", family: 4 },
      ],
    ],
    ["loopback in IPv6", [{ address: "::1", family: 6 }]],
  ])("refuses a name that resolves to %s", async (_, addresses) => {
    const fetch = fetcherWith({ resolver: async () => addresses });

    expect(await codeOf(fetch(`http://innocent.example:${web.port}/`))).toBe("private-address");
    expect(web.requests).toHaveLength(0);
  });

  it("asks for a name once a connection, so that no second answer can differ from the one that was checked", async () => {
    const answers = ["127.0.0.1", "192.0.2.1"];
    let lookups = 0;
    const resolver = async () => [{ address: answers[lookups++] ?? "192.0.2.1", family: 4 }];
    web.on("/feed", answering("hello"));

    await fetcherWith({ allowPrivate: true, resolver })(`http://rebind.example:${web.port}/feed`);

    expect(lookups).toBe(1);
  });

  it("follows names to private addresses where the operator allows them", async () => {
    web.on("/feed", answering("hello"));
    const fetch = fetcherWith({
      allowPrivate: true,
      resolver: async () => [{ address: "127.0.0.1", family: 4 }],
    });

    const { body } = await fetch(`http://intranet.example:${web.port}/feed`);

    expect(textOf(body)).toBe("hello");
  });

  it("exempts an origin exactly: another port of the same address stays refused", async () => {
    const other = await startFakeWeb();
    other.on("/", answering("secret"));
    try {
      expect(await codeOf(fetcherWith()(`${other.origin}/`))).toBe("private-address");
      expect(other.requests).toHaveLength(0);
    } finally {
      await other.close();
    }
  });

  it.each([
    ["file:///etc/passwd", "bad-url"],
    ["ftp://example.com/", "bad-url"],
    ["not a url", "bad-url"],
    ["http://user:pass@example.com/", "bad-url"],
    ["http://example.com:25/", "bad-url"],
  ])("refuses %s", async (url, code) => {
    expect(await codeOf(fetcherWith()(url))).toBe(code);
  });
});

describe("redirects", () => {
  it.each([
    "http://127.0.0.1:1/",
    "http://2130706433:1/",
    "http://[::ffff:127.0.0.1]:1/",
    "http://192.168.0.1/",
  ])("are not followed to %s", async (target) => {
    web.on("/", redirecting(target));

    expect(await codeOf(fetcherWith()(`${web.origin}/`))).toBe("private-address");
  });

  it("are not followed to another scheme", async () => {
    web.on("/", redirecting("file:///etc/passwd"));

    expect(await codeOf(fetcherWith()(`${web.origin}/`))).toBe("bad-url");
  });

  it("end after five hops", async () => {
    web.on("/loop", redirecting("/loop"));

    expect(await codeOf(fetcherWith()(`${web.origin}/loop`))).toBe("too-many-redirects");
    expect(web.requests).toHaveLength(6);
  });

  it("tell where a chain of permanent ones leads, up to the first temporary one", async () => {
    web.on("/old", redirecting("/newer", 301));
    web.on("/newer", redirecting("/newest", 308));
    web.on("/newest", redirecting("/cdn", 302));
    web.on("/cdn", answering("feed"));

    const result = await fetcherWith()(`${web.origin}/old`);

    expect(result.permanentUrl).toBe(`${web.origin}/newest`);
    expect(result.finalUrl).toBe(`${web.origin}/cdn`);
  });

  it("leave no permanent address when the first is temporary", async () => {
    web.on("/old", redirecting("/moved", 302));
    web.on("/moved", redirecting("/end", 301));
    web.on("/end", answering("feed"));

    expect((await fetcherWith()(`${web.origin}/old`)).permanentUrl).toBeNull();
  });

  it("carry validators only to the address that gave them", async () => {
    web.on("/feed", redirecting("/cdn", 302));
    web.on("/cdn", answering("", { status: 304 }));

    const result = await fetcherWith()(`${web.origin}/feed`, {
      etag: '"v1"',
      validatorUrl: `${web.origin}/cdn`,
    });

    expect(result.status).toBe(304);
    expect(web.requests.map((request) => request.headers["if-none-match"])).toEqual([undefined, '"v1"']);
  });
});

describe("bodies", () => {
  it("are refused by their announced length before they are read", async () => {
    web.on("/big", (response) => {
      response.writeHead(200, { "content-length": "100000000" });
      response.write("x");
    });

    expect(await codeOf(fetcherWith({ maxBytes: 1_000 })(`${web.origin}/big`))).toBe("too-large");
  });

  it("are cut off at the limit when no length is announced", async () => {
    web.on("/endless", (response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 120))) continue;
      };
      response.on("drain", more);
      more();
    });

    expect(await codeOf(fetcherWith({ maxBytes: 300_000 })(`${web.origin}/endless`))).toBe("too-large");
  });

  it.each([
    ["gzip", gzipSync(Buffer.alloc(5_000_000))],
    ["deflate", deflateSync(Buffer.alloc(5_000_000))],
    ["br", brotliCompressSync(Buffer.alloc(5_000_000))],
  ])("that unpack beyond the limit are refused (%s)", async (encoding, bomb) => {
    web.on("/bomb", answering(bomb, { headers: { "content-encoding": encoding } }));

    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(fetcherWith({ maxBytes: 1_000_000 })(`${web.origin}/bomb`))).toBe("too-large");
  });

  it.each<[string, string, Uint8Array]>([
    ["gzip", "gzip", gzipSync("<rss/>")],
    ["gzip without a header", "", gzipSync("<rss/>")],
    ["gzip announced, plain text sent", "gzip", Buffer.from("<rss/>")],
    ["gzip in gzip", "gzip", gzipSync(gzipSync("<rss/>"))],
    ["zlib deflate", "deflate", deflateSync("<rss/>")],
    ["raw deflate", "deflate", deflateRawSync("<rss/>")],
    ["brotli", "br", brotliCompressSync("<rss/>")],
    ["gzip whose end was cut off", "gzip", gzipSync("<rss/>").subarray(0, -6)],
  ])("come out of %s", async (_, encoding, bytes) => {
    web.on("/feed", answering(bytes, { headers: encoding === "" ? {} : { "content-encoding": encoding } }));

    expect(textOf((await fetcherWith()(`${web.origin}/feed`)).body)).toBe("<rss/>");
  });

  it("compressed over and over are refused", async () => {
    web.on("/feed", answering("x", { headers: { "content-encoding": "gzip, gzip, gzip, gzip" } }));

    expect(await codeOf(fetcherWith()(`${web.origin}/feed`))).toBe("bad-encoding");
  });
});

describe("time", () => {
  it("ends a wait for headers that never come, and lets the socket go", async () => {
    web.on("/mute", () => undefined);

    expect(await codeOf(fetcherWith({ timeoutMs: 120 })(`${web.origin}/mute`))).toBe("timeout");
    await expect.poll(() => web.connections()).toBe(0);
  });

  it("ends a body that drips for ever at the deadline over the whole answer", async () => {
    web.on("/drip", (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("x"), 10);
      response.on("close", () => clearInterval(timer));
    });

    expect(await codeOf(fetcherWith({ timeoutMs: 150 })(`${web.origin}/drip`))).toBe("timeout");
    await expect.poll(() => web.connections()).toBe(0);
  });

  it("counts all hops against the one deadline", async () => {
    web.on(
      "/slow",
      (response) => void setTimeout(() => response.writeHead(302, { location: "/slow" }).end(), 60),
    );

    expect(await codeOf(fetcherWith({ timeoutMs: 150 })(`${web.origin}/slow`))).toBe("timeout");
  });

  it("stops when it is called off", async () => {
    const stop = new AbortController();
    web.on("/mute", () => stop.abort());

    expect(await codeOf(fetcherWith()(`${web.origin}/mute`, { signal: stop.signal }))).toBe("aborted");
  });
});

describe("answers that are no success", () => {
  it("give 100 KB of headers the word headers-too-large", async () => {
    web.on("/headers", (response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\n${`x-filler: ${"y".repeat(1_000)}\r\n`.repeat(100)}\r\n`);
    });

    expect(await codeOf(fetcherWith()(`${web.origin}/headers`))).toBe("headers-too-large");
  });

  it("tell no HTTP from HTTP", async () => {
    web.on("/noise", (response) => void response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n"));

    expect(await codeOf(fetcherWith()(`${web.origin}/noise`))).toBe("bad-http");
  });

  it("tell a broken connection", async () => {
    web.on("/cut", (response) => void response.socket?.destroy());

    expect(await codeOf(fetcherWith()(`${web.origin}/cut`))).toBe("connection-lost");
  });

  it("tell a refused connection", async () => {
    const gone = await startFakeWeb();
    await gone.close();

    expect(await codeOf(fetcherWith({ allowOrigins: [gone.origin] })(`${gone.origin}/`))).toBe("refused");
  });

  it("tell a name that does not exist", async () => {
    const resolver = () => Promise.reject(Object.assign(new Error("no such host"), { code: "ENOTFOUND" }));

    expect(await codeOf(fetcherWith({ resolver })("http://nowhere.example/"))).toBe("dns");
  });

  it("tell TLS that is none", async () => {
    const url = web.origin.replace("http:", "https:");

    expect(await codeOf(fetcherWith({ allowOrigins: [url] })(`${url}/`))).toBe("tls");
  });

  it.each([401, 403, 404, 410, 429, 500, 503])("carry the status in their code (%i)", async (status) => {
    web.on("/no", answering("no", { status }));

    const error = await fetcherWith()(`${web.origin}/no`).catch((thrown: SourceError) => thrown);

    expect(error).toMatchObject({ code: `http-${status}`, permanent: status === 410 });
  });

  it.each([
    ["120", 120_000],
    ["Wed, 21 Oct 2026 07:30:00 GMT", 120_000],
    ["Wednesday, 21-Oct-26 07:30:00 GMT", 120_000],
    ["Wed Oct 21 07:30:00 2026", 120_000],
    ["Wed, 21 Oct 2020 07:30:00 GMT", 0],
    ["soon", null],
  ])("carry a Retry-After of %s", async (value, expected) => {
    const headers = { "retry-after": value, date: "Wed, 21 Oct 2026 07:28:00 GMT" };
    web.on("/busy", answering("", { status: 429, headers }));

    const error = await fetcherWith()(`${web.origin}/busy`).catch((thrown: SourceError) => thrown);

    expect(error).toMatchObject({ code: "http-429", retryAfterMs: expected });
  });

  it.each([200, 403, 503])("tell a challenge page from an answer (status %i)", async (status) => {
    const page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>";
    web.on("/guarded", answering(page, { status, headers: { "content-type": "text/html" } }));

    expect(await codeOf(fetcherWith()(`${web.origin}/guarded`))).toBe("challenge-page");
  });
});

describe("floods that are no body", () => {
  const head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  it.each([
    ["informational answers", "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(1_000), "bad-http"],
    ["chunks of one byte", head, "1\r\nx\r\n".repeat(10_000), "bad-http"],
    ["chunk extensions", `${head}1;`, "a".repeat(65_536), "too-large"],
    ["trailers", `${head}1\r\nx\r\n0\r\n`, "x-a: bbbbbbbb\r\n".repeat(1_000), "headers-too-large"],
    ["header lines", "HTTP/1.1 200 OK\r\n", "a: b\r\n".repeat(10_000), "headers-too-large"],
  ])("of %s is cut off", async (_, start, more, code) => {
    web.on("/flood", ({ socket }) => {
      const pour = (): void => {
        let isOpen = socket?.destroyed === false;
        while (isOpen) isOpen = socket?.destroyed === false && socket.write(more);
      };
      socket?.on("error", () => undefined).on("drain", pour);
      socket?.write(start);
      pour();
    });

    expect(await codeOf(fetcherWith({ maxBytes: 2_000_000 })(`${web.origin}/flood`))).toBe(code);
  });
});

describe("requests", () => {
  it("are answered wrongly by a 304 when they asked for no change", async () => {
    web.on("/feed", answering("", { status: 304 }));

    expect(await codeOf(fetcherWith()(`${web.origin}/feed`))).toBe("bad-http");
  });

  it("name us, accept compression, and carry validators exactly as received", async () => {
    web.on("/feed", answering("", { status: 304 }));

    await fetcherWith()(`${web.origin}/feed`, {
      etag: 'W/"a-1"',
      lastModified: "Sat, 24 May 2025 18:00:00 GMT",
    });

    const headers = web.requests[0]?.headers ?? {};
    expect(headers).toMatchObject({
      "user-agent": "Test/1 (+mailto:a@b.c)",
      "if-none-match": 'W/"a-1"',
      "if-modified-since": "Sat, 24 May 2025 18:00:00 GMT",
    });
    expect(headers["accept-encoding"]).toContain("gzip");
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(["referer"]));
  });
});
