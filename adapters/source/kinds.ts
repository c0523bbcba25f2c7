/** The names of the kinds that `createSourceKinds` makes, without loading what they are made of. */
export const sourceKindNames: readonly string[] = ["feed", "telegram-channel"];
