import type { DigestTime, Subscription } from "../../model/subscription.ts";
import { readTimeOfDay, readWeekday, weekdayName } from "../clock-words.ts";
import { shownWord, textOption, type CommandCall } from "../context.ts";
import { markedAction, panelAction, panelArgument, type Outcome, type SettingsPage } from "./page.ts";

const paces = ["instant", "digest", "both"] as const;
type Pace = Subscription["pace"];

/** What people say for each. */
const paceWords: Readonly<Record<Pace, readonly string[]>> = {
  instant: ["instant", "instantly", "immediately", "одразу", "відразу", "сразу"],
  digest: ["digest", "digests", "дайджест", "дайджести", "дайджестом", "дайджесты"],
  both: ["both", "обидва", "обоє", "оба"],
};

/** Words that say nothing by themselves: "digest daily at 18:00". */
const fillers: ReadonlySet<string> = new Set(["at", "on", "in", "a", "о", "об", "у", "в", "во", "по"]);

/** Words for how often a digest comes. */
const everyWords: ReadonlyMap<string, DigestTime["every"]> = new Map([
  ["day", "day"],
  ["daily", "day"],
  ["щодня", "day"],
  ["ежедневно", "day"],
  ["week", "week"],
  ["weekly", "week"],
  ["щотижня", "week"],
  ["еженедельно", "week"],
]);

/** Digest times offered by button. */
const offeredTimes = ["08:00", "12:00", "20:00"];

/** As it happens, in a digest, or both; and when the digest is due. */
export const pacePage: SettingsPage = {
  name: "pace",
  options: (context) => [textOption(context, "pace", { isCompleted: true })],
  summary: ({ call, subscription }) => paceText(call, subscription),
  apply({ call, subscription }, words) {
    let { digest } = subscription;
    let pace: Pace | null = null;
    for (const word of words.map((each) => each.toLowerCase()).filter((each) => !fillers.has(each))) {
      const read = readWord(word);
      if (read === null)
        return {
          kind: "refuse",
          text: call.text("settings-pace-unknown", { word: shownWord(word) }),
          words: [],
        } satisfies Outcome;
      if ("pace" in read) ({ pace } = read);
      else digest = { ...digest, ...read };
    }
    if (words.length === 0) return { kind: "show", words: [] };
    // Who says when it is to come, and not that it comes at once, means a digest.
    const otherwise = subscription.pace === "instant" ? "digest" : subscription.pace;
    return { kind: "set", change: { pace: pace ?? otherwise, digest }, words: [] };
  },
  draw({ call, subscription: { pace, digest } }) {
    const paceActions = paces.map((each) =>
      markedAction(call, ["pace", each], { label: call.text(`pace-${each}`), isChosen: each === pace }),
    );
    const digestActions = pace === "instant" ? [] : drawDigest(call, digest);
    return {
      blocks: [{ kind: "text", text: call.text("settings-pace-about") }],
      actions: [...paceActions, ...digestActions],
      selects: pace !== "instant" && digest.every === "week" ? [weekdaySelect(call, digest)] : [],
    };
  },
  complete: ({ completion, text }) =>
    Promise.resolve(
      paces
        .map((pace) => ({ value: pace, label: text(`pace-${pace}`) }))
        .filter(
          ({ value, label }) =>
            value.startsWith(completion.typed.toLowerCase()) ||
            label.toLowerCase().startsWith(completion.typed.toLowerCase()),
        ),
    ),
};

function readWord(word: string): { readonly pace: Pace } | Partial<DigestTime> | null {
  const pace = paces.find((each) => paceWords[each].includes(word));
  if (pace !== undefined) return { pace };
  const every = everyWords.get(word);
  if (every !== undefined) return { every };
  const weekday = readWeekday(word);
  if (weekday !== null) return { every: "week", weekday };
  const at = readTimeOfDay(word);
  return at === null ? null : { at };
}

/** "As it happens", "A digest every day at 09:00". */
export function paceText(
  call: Pick<CommandCall, "text" | "language">,
  { pace, digest }: Pick<Subscription, "pace" | "digest">,
): string {
  if (pace === "instant") return call.text("pace-instant");
  const weekday = weekdayName(digest.weekday, call.language);
  const when = call.text(`digest-${digest.every}`, { at: digest.at, weekday });
  return call.text(`pace-${pace}-when`, { when });
}

function drawDigest(call: CommandCall, digest: DigestTime) {
  const every = (["day", "week"] as const).map((each) =>
    markedAction(call, ["pace", each], {
      label: call.text(`digest-every-${each}`),
      isChosen: digest.every === each,
    }),
  );
  const times = [...new Set([...offeredTimes, digest.at])]
    .toSorted()
    .map((at) => markedAction(call, ["pace", at], { label: at, isChosen: digest.at === at }));
  const ask = {
    ...panelAction(call, ["pace"], call.text("button-other-time")),
    ask: { title: call.text("digest-ask"), example: "09:30", maxLength: 10 },
  };
  return [...every, ...times, ask];
}

function weekdaySelect(call: CommandCall, digest: DigestTime) {
  return {
    command: "settings",
    argument: panelArgument(call, ["pace"]),
    label: call.text("digest-weekday"),
    isMultiple: false,
    options: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      value: `day${weekday}`,
      label: weekdayName(weekday, call.language),
      isChosen: weekday === digest.weekday,
    })),
  };
}
