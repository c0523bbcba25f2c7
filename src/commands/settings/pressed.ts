import type { CommandCall } from "../context.ts";
import { placeWord } from "../place-word.ts";
import { inLanguage } from "../spoken.ts";
import type { SettingsPage, View } from "./page.ts";

/**
 * What a button or a line of a list says on a page, in any language, as the words that it stands for: whatever can be pressed can be typed. Null: none says
 * so.
 */
export async function pressedWords(
  { call, subscription }: View,
  page: SettingsPage,
  words: readonly string[],
): Promise<readonly string[] | null> {
  const typed = words.join(" ").toLowerCase();
  for (const language of [call.language, ...call.context.languages]) {
    const spoken = inLanguage(call, language);
    const view = { call: spoken, subscription };
    const drawn = await page.draw(view, []);
    const isSaid = (label: string): boolean => {
      const shown = label.toLowerCase();
      return shown === typed || shown === spoken.text("settings-chosen", { label: typed }).toLowerCase();
    };
    const action = drawn.actions.find(({ label, ask }) => ask === undefined && isSaid(label));
    if (action !== undefined) return wordsOf(call, page, action.argument);
    for (const { options, argument, isMultiple } of drawn.selects ?? []) {
      const option = options.find(({ label }) => isSaid(label));
      if (option !== undefined)
        return wordsOf(call, page, `${argument} ${isMultiple ? "+" : ""}${option.value}`);
    }
  }
  return null;
}

/** The words after the page's name, without the chat that they are about. Null: it leads to another page. */
function wordsOf(call: CommandCall, page: SettingsPage, argument: string): readonly string[] | null {
  const [name, ...words] = argument.split(" ");
  const place = call.elsewhere === null ? null : placeWord(call.place);
  return name === page.name ? words.filter((word) => word !== place) : null;
}
