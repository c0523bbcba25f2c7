import type { Fetcher } from "../../src/ports/fetcher.ts";
import type { SourceKind } from "../../src/ports/source-kind.ts";
import { createFeedKind } from "./feed/index.ts";
import { createTelegramChannelKind, type TelegramChannelOptions } from "./telegram-channel/index.ts";

/** The registry of source kinds: a folder here and a line below for each. */
export function createSourceKinds(
  fetcher: Fetcher,
  options: { readonly telegram?: TelegramChannelOptions } = {},
): readonly SourceKind[] {
  return [createFeedKind(fetcher), createTelegramChannelKind(fetcher, options.telegram)];
}
