/** A path of the program's own HTTP server that an adapter answers: where a platform posts what happens. */
export interface HttpRoute {
  /** `/webhooks/telegram` */
  readonly path: string;
  /** Longer bodies are refused before they are read. */
  readonly maxBytes: number;
  /** Answers a POST by its status alone. Header names are in small letters. What it throws is answered as 500. */
  post(request: {
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    readonly body: string;
  }): Promise<{ readonly status: number }>;
}
