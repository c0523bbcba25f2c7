import type { Director } from "./director.ts";

type Promised<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

/** The director of a fake that runs in another process. Throws Error with the fake's words when an operation fails. */
export function connectFakeTelegram(url: string): Promised<Omit<Director, "noteCall">> {
  const call = async (operation: string, args: readonly unknown[]): Promise<unknown> => {
    const response = await fetch(`${url}/_control/${operation}`, {
      method: "POST",
      body: JSON.stringify(args),
    });
    const body = (await response.json()) as { result?: unknown; error?: string };
    if (!response.ok) throw new Error(body.error ?? `status ${response.status}`);
    return body.result;
  };
  return new Proxy({} as Promised<Omit<Director, "noteCall">>, {
    get:
      (_, operation) =>
      (...args: readonly unknown[]) =>
        call(String(operation), args),
  });
}
