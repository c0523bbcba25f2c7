/** The languages that the tables have forms in (BCP-47 primary tags). */
export const formLanguages = ["en", "uk", "ru"] as const;
export type FormLanguage = (typeof formLanguages)[number];

/**
 * Surface forms by language, as a reader looks them up: NFC, lower case, the apostrophe as `'`, ru ё
 * as е, one space between words. Ukrainian and Russian forms are in all cases.
 */
export type Forms = Readonly<Record<FormLanguage, readonly string[]>>;

/** Display names by language. */
export type Names = Readonly<Record<FormLanguage, string>>;
