import { secretNames, type Config } from "../config.ts";

/** The values that no log, error or answer may hold. */
export function secretsOf(config: Config): readonly string[] {
  return secretNames.flatMap((name) => {
    const value = config[name];
    return typeof value === "string" && value !== "" ? [value] : [];
  });
}
