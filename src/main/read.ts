import { writeReading } from "../figures/write.ts";
import { readReports, writeLine } from "./lines.ts";
import { readSafely } from "./read-safely.ts";

/** `tallywire read`: readings as JSON lines, in the order of the reports. Resolves to the exit code. */
export async function runRead(file: string): Promise<number> {
  let exitCode = 0;
  const onFault = ({ line, text }: { line: number; text: string }): void => {
    exitCode = 1;
    process.stderr.write(`line ${line}: ${text}\n`);
  };
  for await (const report of readReports(file, onFault)) {
    const reading = readSafely(report, (why) => {
      exitCode = 1;
      process.stderr.write(`report ${report.id}: the reader failed: ${why}\n`);
    });
    await writeLine(writeReading(report.id, reading));
  }
  return exitCode;
}
