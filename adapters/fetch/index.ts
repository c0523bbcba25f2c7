export { createFetcher, type FetcherOptions } from "./fetcher.ts";
export { systemResolver, type Resolver } from "./guard.ts";
