/** The forms of a comma-separated list. */
export function splitForms(forms: string): string[] {
  return forms
    .split(",")
    .map((form) => form.trim())
    .filter((form) => form !== "");
}
