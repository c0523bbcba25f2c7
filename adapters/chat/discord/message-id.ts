/** Where a message stands that the store knows by one id: itself, and the forum's post that it is in; null: it is in the chat's channel. */
export interface MessagePlace {
  readonly post: string | null;
  readonly message: string;
}

/** Of a message in a forum's post: `post:message`, since the chat's address names only the forum. */
export function postedId(post: string, message: string): string {
  return `${post}:${message}`;
}

/** Reads an id that a send gave. */
export function readMessageId(id: string): MessagePlace {
  const [post, message] = id.split(":");
  return message === undefined || post === undefined ? { post: null, message: id } : { post, message };
}
