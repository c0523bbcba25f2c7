/**
 * A party to a conflict: an ISO 3166-1 alpha-2 code (`UA`) or, for a non-state party, `x-` and a
 * slug (`x-hamas`).
 */
export type Party = string;

/** `both`: one number for two parties together. Null elsewhere means: the text gives no way to tell. */
export type Side = Party | "both";
