import { messageOf } from "../errors.ts";
import { readReport } from "../figures/read.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";

const nothing: Reading = { figures: [], events: [], parties: [], places: [], lang: null };

/**
 * The reading of a report; nothing when the reader fails on it, which is a defect of ours and goes to `onFault`. The
 * report is kept all the same, so that a mended reader can be run over it: one report must not stop its source.
 */
export function readSafely(report: Report, onFault: (why: string) => void): Reading {
  try {
    return readReport(report);
  } catch (error) {
    onFault(messageOf(error));
    return nothing;
  }
}
