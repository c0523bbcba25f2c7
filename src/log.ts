/** Where stages write what an operator needs to know. Messages are static; what varies stands in the fields. */
export type Log = (
  level: "debug" | "info" | "warn" | "error",
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/** Says nothing: for tests and one-command runs. */
export const silentLog: Log = () => undefined;
