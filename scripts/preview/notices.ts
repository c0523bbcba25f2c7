import type { Message } from "../../src/model/message.ts";
import type { OutboxStore } from "../../src/ports/outbox-store.ts";

/** A notice that a command has queued for the admins or for chats. `kind`: what its key begins with. */
export interface NotedNotice {
  readonly kind: string;
  readonly message: Message;
}

/** An outbox that also tells `note` of each notice, whether or not it was queued before. */
export function notingOutbox(outbox: OutboxStore, note: (notice: NotedNotice) => void): OutboxStore {
  return new Proxy(outbox, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name !== "addNotice") return member.bind(target) as unknown;
      return (...[notice, now]: Parameters<OutboxStore["addNotice"]>) => {
        note({ kind: notice.key.split(":")[0] ?? "", message: notice.message });
        return target.addNotice(notice, now);
      };
    },
  });
}
