import { dateFormat } from "../../languages/date-format.ts";
import { findZones, zoneText } from "../find-zone.ts";
import { describe, shownWord, textOption } from "../context.ts";
import { markedAction, panelAction, type SettingsPage } from "./page.ts";

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
      (tag) => tag === word || translate(tag, "language-own-name").toLowerCase() === word,
    );
    if (language !== undefined) return { kind: "set", change: { language }, words: [] };
    const values = languages.join(", ");
    return { kind: "refuse", text: call.text("option-unknown", { name: "language", values }), words: [] };
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
    const [found] = findZones(typed, call.language, 1);
    if (found !== undefined) return { kind: "set", change: { timeZone: found.zone }, words: [] };
    return {
      kind: "refuse",
      text: call.text("settings-zone-unknown", { word: shownWord(typed) }),
      words: [],
    };
  },
  draw({ call, subscription }) {
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
        ...zones
          .filter((zone) => zone.length <= 24)
          .map((zone) =>
            markedAction(call, ["zone", zone], {
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
      typed === "" ? offeredZones.map((zone) => ({ zone, place: null })) : findZones(typed, language);
    return Promise.resolve(
      found.map(({ zone, place }) => ({
        value: zone,
        label: place === null ? zoneText(zone, now) : `${place}: ${zoneText(zone, now)}`,
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
    if (first === "off") return { kind: "set", change: { mention: null }, words: [] };
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
