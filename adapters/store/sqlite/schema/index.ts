export * from "./archive.ts";
export * from "./audit.ts";
export * from "./kept.ts";
export * from "./ledger.ts";
export * from "./outbox.ts";
export * from "./sources.ts";
