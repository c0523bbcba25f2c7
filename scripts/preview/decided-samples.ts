import { composeAlert } from "../../src/alert/compose.ts";
import { tellOfApprovals } from "../../src/commands/admin/approval-notice.ts";
import { textLanguages } from "../../src/languages/texts.ts";
import { reviewLedger } from "../../src/pipeline/review.ts";
import { ringAlarms } from "./alarms.ts";
import { decidedPolicy, playDecided, type Decided } from "./decided.ts";
import type { NotedNotice } from "./notices.ts";
import { commandsOf, contextOf, invocationOf, type Sample, type Typed } from "./samples.ts";

const timeZone = "Europe/Kyiv";
/** The admin of `samples.ts` who is written to. */
const admin = "1";

/** What an admin types in the scene, one after the other. */
function typedIn({ idOf }: Decided): readonly Typed[] {
  const [kharkiv, dnipro, izium] = [idOf(/Five killed/u), idOf(/Fifty/u), idOf(/Izium/u)];
  const on = (development: string, words?: string): Readonly<Record<string, string>> => ({
    development,
    ...(words === undefined ? {} : { words }),
  });
  return [
    { line: "subscribe" },
    { line: "settings kinds" },
    { line: "settings kinds", options: { kinds: "all" } },
    { line: "report", options: { words: `${kharkiv} It was another street.` } },
    { line: "review list" },
    { line: "review show", options: on(dnipro) },
    { line: "review refuse", options: on(dnipro, "not before the morning") },
    { line: "review release", options: on(dnipro) },
    { line: "review show", options: on(kharkiv) },
    { line: "review figure", options: on(kharkiv, "killed") },
    { line: "review report", options: on(kharkiv, "decided-6") },
    { line: "review correct", options: on(kharkiv, "killed 7+ the second list") },
    { line: "review correct", options: on(kharkiv, "killed many") },
    { line: "review split", options: on(izium, "decided-8") },
    { line: "review hold", options: on(kharkiv, "until the morning") },
    { line: "review list" },
    { line: "review withdraw", options: on(kharkiv) },
    { line: "review error", options: { number: "1" } },
    { line: "review close", options: { number: "1" } },
    { line: "development", options: { id: kharkiv } },
    { line: "why", options: { development: kharkiv } },
    { line: "whynot", options: { url: "https://decided.example/11" } },
    { line: "audit" },
  ];
}

/** What came of people's decisions, what waits for them, and what they are told of by themselves, in every language. */
export async function decidedSamples(): Promise<readonly Sample[]> {
  const samples = await Promise.all(textLanguages.map(samplesIn));
  return samples.flat();
}

async function samplesIn(language: string): Promise<readonly Sample[]> {
  const scene = await playDecided();
  const notices: NotedNotice[] = [];
  const note = (notice: NotedNotice): void => void notices.push(notice);
  const commands = commandsOf(scene, {
    language,
    note,
    policy: decidedPolicy,
    admins: { telegram: [admin] },
    review: (review) =>
      reviewLedger({ store: scene.store, now: scene.endedAt, policy: decidedPolicy, review }),
  });
  await tellOfApprovals(contextOf(scene, { language, note }), new Set());
  const asked: Sample[] = [];
  for (const [index, call] of typedIn(scene).entries()) {
    const { message } = await commands.run(invocationOf(call, language, admin));
    const words = Object.values(call.options ?? {}).join(" ");
    asked.push({ name: `decided ${index + 1}: /${call.line} ${words}`.trim(), language, message });
  }
  await ringAlarms(language, note);
  await scene.store.close();
  return [
    ...toldIn(scene, language),
    ...asked,
    ...notices.map(({ kind, message }, index) => ({
      name: `notice of what was decided ${index + 1}: ${kind}`,
      language,
      message,
    })),
  ];
}

/** Each alert as the chat then saw it. */
function toldIn({ alerts }: Decided, language: string): readonly Sample[] {
  return alerts.map((alert, index) => {
    const told = alerts.slice(0, index + 1).filter(({ development }) => development === alert.development);
    const what = alert.mergedInto === undefined ? alert.type : "pointer";
    return {
      name: `decided, ${alert.development} ${alert.kind}, ${what} ${alert.revision}`,
      language,
      message: composeAlert(told, { language, timeZone, isPossibleRepeat: false, isNumbered: true }),
    };
  });
}
