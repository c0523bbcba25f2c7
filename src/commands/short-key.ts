/**
 * The longest id that stands as it is: with the page that it is on and a chat elsewhere it still has to fit the 64 bytes
 * that Telegram's buttons hold.
 */
const maxValue = 12;

/** An id as a value to choose: itself where it is short, else a hash. Stale or forged values stand for nothing. */
export function shortKey(id: string): string {
  return id.length <= maxValue && /^[A-Za-z0-9][A-Za-z0-9.:_-]*$/u.test(id) ? id : hashKey(id);
}

/** An id as eight characters. */
export function hashKey(id: string): string {
  return `_${hashOf(id)}`;
}

/** Whether a word has the form of such a key. */
export function isHashKey(word: string): boolean {
  return /^_[0-9a-z]{7}$/u.test(word);
}

/** The id that a value stands for, or is; null: none of these. */
export function fromShortKey<Id extends string>(value: string, ids: readonly Id[]): Id | null {
  return ids.find((id) => id === value || shortKey(id) === value || hashKey(id) === value) ?? null;
}

/** Four letters that change when a list does. */
export function listMark(ids: readonly string[]): string {
  return hashOf(ids.join(" ")).slice(-4);
}

/** FNV-1a, 32 bits, as seven characters. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}
