import type { Source } from "../../../model/source.ts";
import type { SourceStore } from "../../../ports/source-store.ts";
import { recorded, type Act, type Recorder } from "../act.ts";

/** The sources, with an entry in the audit log for each change that a person makes to them. */
export function auditedSources(sources: SourceStore, recorder: Recorder): SourceStore {
  /** `work`: false when there was nothing to change. */
  const record = (act: Act, work: () => Promise<boolean>): Promise<boolean> =>
    recorded(recorder, act, async () => {
      const result = await work();
      return { result, outcome: result ? "done" : "refused" };
    });
  return {
    seed: (...args) => sources.seed(...args),
    list: () => sources.list(),
    own: (chatId) => sources.own(chatId),
    everIds: () => sources.everIds(),
    find: (id) => sources.find(id),
    due: (...args) => sources.due(...args),
    nextDueAt: () => sources.nextDueAt(),
    saveState: (...args) => sources.saveState(...args),
    knownItems: (...args) => sources.knownItems(...args),
    remember: (marks) => sources.remember(marks),
    // A part of an edit, which is recorded.
    restart: (...args) => sources.restart(...args),
    async add(source, now) {
      await record({ act: "source.add", subject: source.id, after: source.url }, async () => {
        await sources.add(source, now);
        return true;
      });
    },
    // Chats' own acts are theirs to forget: only what admins decide on them is kept.
    addOwn: (...args) => sources.addOwn(...args),
    withdraw: (...args) => sources.withdraw(...args),
    async remove(id, now) {
      const before = (await sources.find(id))?.source.url ?? "";
      return record({ act: "source.remove", subject: id, before }, () => sources.remove(id, now));
    },
    async edit(id, change) {
      const source = (await sources.find(id))?.source ?? null;
      const fields = (Object.keys(change) as (keyof typeof change)[]).filter(
        (field) => source !== null && source[field] !== change[field],
      );
      const words = (of: Partial<Source> | null): string =>
        fields.map((field) => `${field}: ${String(of?.[field] ?? "none")}`).join(", ");
      return record({ act: "source.edit", subject: id, before: words(source), after: words(change) }, () =>
        sources.edit(id, change),
      );
    },
    async halt(id, halt, now) {
      const before = (await sources.find(id))?.state.halt ?? "polled";
      const act = halt === null ? "source.resume" : "source.pause";
      return record({ act, subject: id, before, after: halt ?? "polled" }, () => sources.halt(id, halt, now));
    },
  };
}
