/** A document that was found, before its body is read. */
export interface Found {
  readonly id: string;
  readonly version: number;
}

/** Order of making: `d2` before `d10`. */
export function byNumber(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** The number in `d12` or `o3`; 0 when there is none. */
export function numberOf(id: string): number {
  return Number(id.slice(1)) || 0;
}
