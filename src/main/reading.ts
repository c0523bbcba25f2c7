import { createFetcher } from "../../adapters/fetch/index.ts";
import { createSourceKinds } from "../../adapters/source/index.ts";
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { ArticleTools } from "../poll/with-article.ts";
import type { SourceKind } from "../ports/source-kind.ts";
import { articlesBy } from "./articles.ts";
import { version } from "./version.ts";

export interface ReadingOptions {
  readonly config: Config;
  readonly clock: Clock;
  /** Exact origins that are exempt from the guard for everybody's sources: the demo's own server. */
  readonly allowOrigins?: readonly string[];
  /** The same for sources of single chats; tests have their web there. */
  readonly ownOrigins?: readonly string[];
}

/** How sources are read: each kind, and the articles behind items. `close` lets the sockets go. */
export interface Reading {
  /** A source with an `ownerChat` is read through a fetcher of its own. */
  readonly kinds: readonly SourceKind[];
  readonly articles: ArticleTools;
  readonly ownArticles: ArticleTools;
  close(): Promise<void>;
}

/** What strangers choose is never read from the operator's network: ALLOW_PRIVATE_SOURCES is for what admins follow for everybody. */
export function createReading({ config, clock, ...exempt }: ReadingOptions): Reading {
  const userAgent = userAgentOf(config);
  const fetcher = createFetcher({
    userAgent,
    allowPrivate: config.ALLOW_PRIVATE_SOURCES,
    allowOrigins: exempt.allowOrigins ?? [],
  });
  const guarded = createFetcher({ userAgent, allowPrivate: false, allowOrigins: exempt.ownOrigins ?? [] });
  const ownKinds = new Map(createSourceKinds(guarded).map((kind) => [kind.kind, kind]));
  const kinds = createSourceKinds(fetcher).map((everybodys): SourceKind => {
    const own = ownKinds.get(everybodys.kind);
    if (own === undefined) throw new Error(`there is no source kind ${everybodys.kind} for single chats`);
    return {
      kind: everybodys.kind,
      poll: (source, ...rest) => (source.ownerChat === undefined ? everybodys : own).poll(source, ...rest),
    };
  });
  return {
    kinds,
    articles: articlesBy(fetcher, clock),
    ownArticles: articlesBy(guarded, clock),
    async close() {
      await Promise.all([fetcher.close(), guarded.close()]);
    },
  };
}

/** Who asks, and whom to write to about it. */
export function userAgentOf(config: Config): string {
  return `Tallywire/${version} (${config.CONTACT ?? "conflict updates bot; its operator gave no contact"})`;
}
