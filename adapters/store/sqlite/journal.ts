import type { Development, Operation } from "../../../src/model/development.ts";
import type { JournalEntry } from "../../../src/ports/ledger-store.ts";
import { unpackText } from "./packed-text.ts";

/** The part of an entry that undoes its change. */
export type Inverse = Pick<JournalEntry, "before" | "made">;

/** What an entry is packed of: the states before its change, each as `packText` makes it of its JSON, and the ids of what was not there. */
export interface PackedInverse {
  readonly developments: readonly Uint8Array[];
  readonly operations: readonly Uint8Array[];
  readonly made: readonly string[];
}

/** Where an entry's states lie behind its head, in bytes. */
interface Head {
  readonly developments: readonly number[];
  readonly operations: readonly number[];
  readonly made: readonly string[];
}

/** An entry begins with it and with the length of its head. One of before `0021_packed` is a text as `packText` makes it, which begins with another. */
const mark = 1;
const headAt = 5;

/**
 * As it is stored: whole states, so that an undo needs nothing but its own row. They stand in it as they stood in their own rows, for to
 * compress a state takes longer than to write it.
 */
export function packInverse({ developments, operations, made }: PackedInverse): Buffer {
  const sizeOf = ({ length }: Uint8Array): number => length;
  const head: Head = { developments: developments.map(sizeOf), operations: operations.map(sizeOf), made };
  const text = Buffer.from(JSON.stringify(head));
  const start = Buffer.alloc(headAt);
  start.writeUInt8(mark);
  start.writeUInt32LE(text.length, 1);
  return Buffer.concat([start, text, ...developments, ...operations]);
}

/** The entry that was packed. */
export function unpackInverse(packed: Uint8Array): Inverse {
  if (packed[0] !== mark) return JSON.parse(unpackText(packed));
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = headAt + bytes.readUInt32LE(1);
  const { developments, operations, made }: Head = JSON.parse(bytes.toString("utf8", headAt, at));
  const next = (size: number): string => unpackText(bytes.subarray(at, (at += size)));
  return {
    before: {
      developments: developments.map((size): Development => JSON.parse(next(size))),
      operations: operations.map((size): Operation => JSON.parse(next(size))),
    },
    made,
  };
}
