/** 2015-01-01, from which Discord's ids count milliseconds (reference, snowflakes, read 2026-08-06). */
const discordEpoch = 1_420_070_400_000n;

/** When Discord made an id, epoch milliseconds of its clock. NaN: not an id. */
export function snowflakeAt(id: string): number {
  return /^\d{1,20}$/.test(id) ? Number((BigInt(id) >> 22n) + discordEpoch) : Number.NaN;
}

/** The first id that could be made at a moment, epoch milliseconds of Discord's clock. */
export function snowflakeOf(at: number): string {
  const sinceEpoch = BigInt(Math.max(0, Math.floor(at))) - discordEpoch;
  return String((sinceEpoch > 0n ? sinceEpoch : 0n) << 22n);
}
