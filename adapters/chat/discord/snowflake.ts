/** 2015-01-01, from which Discord's ids count milliseconds (reference, snowflakes, read 2026-08-06). */
const discordEpoch = 1_420_070_400_000n;

/** When Discord made an id, epoch milliseconds of its clock. NaN: not an id. */
export function snowflakeAt(id: string): number {
  return /^\d{1,20}$/.test(id) ? Number((BigInt(id) >> 22n) + discordEpoch) : Number.NaN;
}
