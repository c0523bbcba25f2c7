/** What of a message is read, as Discord sends it or as it was drawn. */
export interface Said {
  readonly content: unknown;
  readonly embeds: unknown;
}

/** Of a message as Discord sends it. */
export const saidIn = (message: object): Said => ({
  content: Reflect.get(message, "content"),
  embeds: Reflect.get(message, "embeds"),
});

/** All its words; whoever is mentioned before them is left out: that the wishes for this have changed since makes it no other message. */
export function wordsIn({ content, embeds }: Said): string {
  return [contentOf(content), ...descriptionsOf(embeds)].join("\n\n");
}

/**
 * Whether a message that Discord gave says what was asked for. Spaces and how letters are composed do not count, and what an answer leaves out tells
 * nothing.
 */
export function saysTheSame(given: Said, asked: Said): boolean {
  const told = evened(contentOf(given.content));
  if (told !== "" && told !== evened(contentOf(asked.content))) return false;
  const [shown, wanted] = [given.embeds, asked.embeds].map((embeds) =>
    evened(descriptionsOf(embeds).join(" ")),
  );
  return shown === "" || shown === wanted;
}

function contentOf(content: unknown): string {
  return typeof content === "string" ? content.replace(/^<@&\d+> /, "").trim() : "";
}

function descriptionsOf(embeds: unknown): string[] {
  if (!Array.isArray(embeds)) return [];
  return embeds.map((embed: unknown) => {
    const description: unknown =
      typeof embed === "object" && embed !== null ? Reflect.get(embed, "description") : null;
    return typeof description === "string" ? description.trim() : "";
  });
}

const evened = (text: string): string => text.normalize("NFKC").replaceAll(/[\s\p{Cf}]+/gu, "");
