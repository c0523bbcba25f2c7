import { healthOf } from "../poll/health.ts";
import type { FollowedSource } from "../ports/source-store.ts";
import { failureText, type Text } from "./failure-text.ts";
import { spanWords } from "./moments.ts";

/** How a source does at `now`, in the words of the language that `text` speaks. */
export function sourceStateText(text: Text, followed: FollowedSource, now: number): string {
  const { state } = followed;
  const health = healthOf(followed, now);
  const why = state.failure === null ? "" : failureText(text, state.failure);
  switch (health.state) {
    case "waiting":
    case "refused":
    case "paused":
    case "disabled":
    case "gone":
      return text(`source-halt-${health.state}`, { why });
    case "failing":
      return text("source-failing", { count: state.failures, why });
    case "silent":
      return text("source-silent", { span: spanWords({ text }, now - (health.sinceAt ?? now)) });
    case "unpolled":
      return text("source-not-polled");
    case "healthy":
      return text("source-fine");
  }
}
