import { dateFormat } from "../../languages/date-format.ts";
import { findZones, namedZone, zoneText, type FoundZone } from "../find-zone.ts";
import { describe, shownWord, textOption, type CommandCall } from "../context.ts";
import { hashKey } from "../short-key.ts";
import { markedAction, noneWords, panelAction, type Drawn, type SettingsPage } from "./page.ts";

const loudnesses = ["policy", "loud", "silent"] as const;

/** What people say for each, beside what its button says. */
const soundWords: Readonly<Record<(typeof loudnesses)[number], readonly string[]>> = {
  policy: ["policy", "important", "важливе", "важное"],
  loud: ["loud", "on", "all", "увімкнено", "включено", "звук", "голосно", "громко", "усе", "всё"],
  silent: ["silent", "off", "none", "mute", "тихо", "вимкнено", "выключено"],
};

/** Whether messages notify. */
export const soundPage: SettingsPage = {
  name: "sound",
  options: (context) => [
    {
      ...textOption(context, "sound"),
      choices: loudnesses.map((value) => ({ value, label: describe(context, `sound-${value}`) })),
    },
  ],
  summary: ({ call, subscription }) => call.text(`sound-${subscription.loudness}`),
  apply({ call }, words) {
    const [first = ""] = words;
    if (first === "") return { kind: "show", words: [] };
    const { languages, translate } = call.context;
    const said = words.join(" ").toLowerCase();
    const loudness = loudnesses.find(
      (each) =>
        soundWords[each].includes(said) ||
        languages.some((tag) => translate(tag, `sound-${each}`).toLowerCase() === said),
    );
    if (loudness !== undefined) return { kind: "set", change: { loudness }, words: [] };
    const values = loudnesses.map((each) => call.text(`sound-${each}`)).join(", ");
    const name = call.text("settings-sound");
    return { kind: "refuse", text: call.text("option-unknown", { name, values }), words: [] };
  },
  draw: ({ call, subscription }) => ({
    blocks: [{ kind: "text", text: call.text("settings-sound-about") }],
    actions: loudnesses.map((each) =>
      markedAction(call, ["sound", each], {
        label: call.text(`sound-${each}`),
        isChosen: subscription.loudness === each,
      }),
    ),
  }),
};

/** The language of the messages. */
export const languagePage: SettingsPage = {
  name: "language",
  options: (context) => [
    {
      ...textOption(context, "language"),
      choices: context.languages.map((value) => ({ value, label: describe(context, `language-${value}`) })),
    },
  ],
  summary: ({ call, subscription }) => call.context.translate(subscription.language, "language-own-name"),
  apply({ call }, words) {
    const [first = ""] = words;
    if (first === "") return { kind: "show", words: [] };
    const { languages, translate } = call.context;
    const word = words.join(" ").toLowerCase();
    const language = languages.find(
      (tag) =>
        tag === word ||
        translate(tag, "language-own-name").toLowerCase() === word ||
        languages.some((spoken) => translate(spoken, `language-${tag}`).toLowerCase() === word),
    );
    if (language !== undefined) return { kind: "set", change: { language }, words: [] };
    const values = languages.map((tag) => translate(tag, "language-own-name")).join(", ");
    return {
      kind: "refuse",
      text: call.text("option-unknown", { name: call.text("settings-language"), values }),
      words: [],
    };
  },
  draw: ({ call, subscription }) => ({
    blocks: [{ kind: "text", text: call.text("settings-language-about") }],
    actions: call.context.languages.map((tag) =>
      markedAction(call, ["language", tag], {
        label: call.context.translate(tag, "language-own-name"),
        isChosen: subscription.language === tag,
      }),
    ),
  }),
};

/** Zones that are asked about at once. */
const maxAsked = 8;

const offeredZones = [
  "Europe/Kyiv",
  "Europe/Moscow",
  "Europe/Warsaw",
  "Europe/London",
  "America/New_York",
  "UTC",
];

/** The zone in which times are shown, and by which quiet hours and digests go. */
export const zonePage: SettingsPage = {
  name: "zone",
  options: (context) => [textOption(context, "zone", { isCompleted: true })],
  summary: ({ call, subscription }) => zoneText(subscription.timeZone, call.context.clock.now()),
  apply({ call }, words) {
    const typed = words.join(" ");
    if (typed === "") return { kind: "show", words: [] };
    const now = call.context.clock.now();
    const named = namedZone(typed, call.language);
    if (named !== null)
      return { kind: "set", change: { timeZone: named.zone }, words: [], saved: foundText(named, now) };
    const found = findZones(typed, { language: call.language, now, limit: maxAsked });
    if (found.length > 0) return { kind: "show", words: ["which", typed] };
    return {
      kind: "refuse",
      text: call.text("settings-zone-unknown", { word: shownWord(typed) }),
      words: [],
    };
  },
  draw({ call, subscription }, [first = "", typed = ""]) {
    if (first === "which") return drawWhichZone(call, typed);
    const now = call.context.clock.now();
    const zones = [...new Set([subscription.timeZone, call.context.defaults.timeZone, ...offeredZones])];
    const ask = {
      ...panelAction(call, ["zone"], call.text("settings-zone-type")),
      ask: {
        title: call.text("settings-zone-ask"),
        example: call.text("settings-zone-example"),
        maxLength: 60,
      },
    };
    const time = dateFormat("en", {
      timeZone: subscription.timeZone,
      hour: "2-digit",
      minute: "2-digit",
    }).format(now);
    return {
      blocks: [{ kind: "text", text: call.text("settings-zone-about", { time }) }],
      actions: [
        ...zones.map((zone) =>
          markedAction(call, ["zone", zoneKey(zone)], {
            label: zoneText(zone, now),
            isChosen: zone === subscription.timeZone,
          }),
        ),
        ask,
      ],
    };
  },
  complete: ({ completion, context, language }) => {
    const typed = completion.typed.trim();
    const now = context.clock.now();
    const found =
      typed === ""
        ? offeredZones.map((zone) => ({ zone, place: null }))
        : findZones(typed, { language, now });
    return Promise.resolve(
      found.map((each) => ({
        value: each.zone,
        label: foundText(each, now),
      })),
    );
  },
};

/** A role that loud messages mention, where the platform has roles. */
export const mentionPage: SettingsPage = {
  name: "mention",
  isFor: (platform) => platform === "discord",
  options: (context) => [{ ...textOption(context, "role"), kind: "role" }],
  summary: ({ call, subscription: { mention } }) =>
    mention === null ? call.text("settings-mention-none") : `<@&${mention}>`,
  apply({ call }, words) {
    const [first = ""] = words;
    if (first === "") return { kind: "show", words: [] };
    if (words.length === 1 && noneWords.has(first.toLowerCase()))
      return { kind: "set", change: { mention: null }, words: [] };
    if (first === "everyone")
      return { kind: "refuse", text: call.text("settings-mention-everybody"), words: [] };
    const [, role] = /^(?:<@&)?(\d{15,20})>?$/u.exec(first) ?? [];
    if (role !== undefined) return { kind: "set", change: { mention: role }, words: [] };
    return { kind: "refuse", text: call.text("settings-mention-unknown"), words: [] };
  },
  draw: ({ call, subscription: { mention } }) => ({
    blocks: [{ kind: "text", text: call.text("settings-mention-about") }],
    actions:
      mention === null ? [] : [panelAction(call, ["mention", "off"], call.text("settings-mention-remove"))],
  }),
};

/** A zone in a button, which has no room for the longest names. */
function zoneKey(zone: string): string {
  return zone.length <= 20 ? zone : hashKey(zone);
}

/** "Haifa (Israel): Asia/Jerusalem (UTC+2)". */
function foundText({ zone, place }: FoundZone, now: number): string {
  return place === null ? zoneText(zone, now) : `${place}: ${zoneText(zone, now)}`;
}

/** What is typed is no zone's whole name, or several zones'. */
function drawWhichZone(call: CommandCall, typed: string): Drawn {
  const now = call.context.clock.now();
  const found = findZones(typed, { language: call.language, now, limit: maxAsked });
  const actions = found.map((each) =>
    panelAction(call, ["zone", zoneKey(each.zone)], foundText(each, now).slice(0, 80)),
  );
  return { blocks: [{ kind: "text", text: call.text("settings-places-which") }], actions };
}
