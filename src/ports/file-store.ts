/** Files that a platform keeps for us, so that each is uploaded once and then sent by its id. */
export interface FileStore {
  /** The platform's id of the file with our key; null: it was not uploaded, or long ago. */
  find(platform: string, key: string): Promise<string | null>;
  /** In place of an id that was saved before. Of the files of a platform the newest 10,000 are remembered. */
  save(platform: string, key: string, fileId: string, now: number): Promise<void>;
}
