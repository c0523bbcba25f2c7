import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/model/alert.ts";
import type { Chat } from "../../src/model/chat.ts";
import type { ToldFigure } from "../../src/model/development.ts";
import type { Subscription, Threshold } from "../../src/model/subscription.ts";
import { planDelivery, planNotice, planQueued } from "../../src/outbox/plan.ts";
import { alertOf, startAt, wantsAll } from "./scene.ts";
import { figure } from "./told-stories.ts";

const chatThatWants = (subscription: Partial<Subscription> = {}, state: Chat["state"] = "active"): Chat => ({
  id: 1,
  address: { platform: "telegram", channel: "1", thread: null },
  state,
  reason: state === "gone" ? "blocked" : null,
  subscription: { ...wantsAll, ...subscription },
  createdAt: startAt,
});
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const loud = { isLoud: true };
const silent = { isLoud: false };
const editOnly = { isLoud: false, isEditOnly: true };

type Case = [
  title: string,
  [subscription: Partial<Subscription>, alert: Partial<Alert>, wasTold: boolean],
  plan: ReturnType<typeof planDelivery>,
];
const planned = ([subscription, alert, wasTold]: Case[1]) =>
  planDelivery(chatThatWants(subscription), alertOf(alert), { wasTold, now: startAt });

describe("plan of a delivery", () => {
  const cases: Case[] = [
    ["tells everything to a chat that wants all", [{}, {}, false], loud],
    ["leaves out kinds that were not chosen", [{ kinds: ["strike"] }, {}, false], null],
    ["tells a kind that was chosen", [{ kinds: ["strike", "exchange"] }, {}, false], loud],
    [
      "leaves out what is told on request where no kinds were chosen",
      [{}, { kind: "sanctions", stage: "adopted", isOnRequest: true }, false],
      null,
    ],
    [
      "tells what is told on request where its kind was chosen",
      [{ kinds: ["sanctions"] }, { kind: "sanctions", stage: "adopted", isOnRequest: true }, false],
      loud,
    ],
    ["leaves out conflicts that were not chosen", [{ conflicts: ["il-ps"] }, {}, false], null],
    ["tells a conflict that was chosen", [{ conflicts: ["ru-ua"] }, {}, false], loud],
    [
      "leaves an unknown conflict out where some were chosen",
      [{ conflicts: ["ru-ua"] }, { conflict: null }, false],
      null,
    ],
    ["tells an unknown conflict to a chat that wants all", [{}, { conflict: null }, false], loud],
    ["keeps a silent alert silent", [{}, { isLoud: false }, false], silent],
    [
      "notifies of an update where nothing was told before",
      [{}, { type: "update", isLoud: false }, false],
      loud,
    ],
    [
      "keeps a silent update silent where it was told before",
      [{}, { type: "update", isLoud: false }, true],
      silent,
    ],
    ["corrects a chat that was told", [{}, { type: "correction", isLoud: false }, true], silent],
    [
      "corrects a chat that was told and now wants other things",
      [{ kinds: [] }, { type: "correction" }, true],
      loud,
    ],
    ["corrects nothing where nothing was told", [{}, { type: "correction" }, false], null],
    [
      "only keeps true what a chat was told that now wants other things",
      [{ kinds: ["strike"] }, { type: "update" }, true],
      editOnly,
    ],
    [
      "points on from the message of a development that was merged away, and tells it nowhere",
      [{}, { type: "correction", mergedInto: "d2" }, true],
      editOnly,
    ],
    ["tells nothing of one that was merged away", [{}, { mergedInto: "d2" }, false], null],
  ];

  it.each(cases)("%s", (_, given, plan) => {
    expect(planned(given)).toEqual(plan);
  });

  it.each(["unsubscribed", "gone"] as const)("tells nothing to a chat that is %s", (state) => {
    const correction = alertOf({ type: "correction" });
    expect(planDelivery(chatThatWants({}, state), correction, { wasTold: true, now: startAt })).toBeNull();
  });

  it("tells as first news what a correction has overtaken in the queue", () => {
    const correction = alertOf({ type: "correction", isLoud: false });
    expect(planQueued(chatThatWants(), correction, { wasTold: false, now: startAt })).toEqual(loud);
  });
});

describe("choice of places", () => {
  const kharkiv = { places: { codes: ["UA-63"], withUnknown: false } };
  const cases: Case[] = [
    ["takes the region itself", [kharkiv, { places: ["UA-63"] }, false], loud],
    ["takes a town in it", [kharkiv, { places: ["UA:kharkiv"] }, false], loud],
    ["takes one of several places", [kharkiv, { places: ["UA:kyiv", "UA:kharkiv"] }, false], loud],
    ["leaves out another region", [kharkiv, { places: ["UA-59"] }, false], null],
    [
      "leaves out the whole country, which tells nothing of the region",
      [kharkiv, { places: ["UA"] }, false],
      null,
    ],
    ["leaves out what names no place", [kharkiv, { places: [] }, false], null],
    [
      "takes what names no place where that was chosen",
      [{ places: { codes: ["UA-63"], withUnknown: true } }, { places: [] }, false],
      loud,
    ],
    [
      "takes every town of a country",
      [{ places: { codes: ["UA"], withUnknown: false } }, { places: ["UA:kharkiv"] }, false],
      loud,
    ],
    [
      "takes a village that the gazetteer does not list by its country",
      [{ places: { codes: ["UA"], withUnknown: false } }, { places: ["UA:nowhere-at-all"] }, false],
      loud,
    ],
  ];
  it.each(cases)("%s", (_, given, plan) => {
    expect(planned(given)).toEqual(plan);
  });
});

describe("choice of sides and sources", () => {
  const from = (...ids: (string | null)[]): Partial<Alert> => ({
    sources: ids.map((sourceId, index) => ({
      label: `outlet ${index}`,
      url: "",
      reportId: `r${index}`,
      sourceId,
      isStateControlled: false,
      side: null,
    })),
  });
  const cases: Case[] = [
    ["takes a party to it", [{ sides: ["UA"] }, {}, false], loud],
    ["takes the attacker", [{ sides: ["IR"] }, { parties: [], attacker: "IR" }, false], loud],
    ["leaves out other parties' affairs", [{ sides: ["IL", "x-hamas"] }, {}, false], null],
    [
      "takes what a chosen source has reported among others",
      [{ sources: ["b"] }, from("a", "b"), false],
      loud,
    ],
    ["leaves out what only others have reported", [{ sources: ["b"] }, from("a"), false], null],
    [
      "leaves out a report of no known source where some were chosen",
      [{ sources: ["b"] }, from(null), false],
      null,
    ],
    ["takes a report of no known source where all are wanted", [{}, from(null), false], loud],
  ];
  it.each(cases)("%s", (_, given, plan) => {
    expect(planned(given)).toEqual(plan);
  });
});

describe("thresholds", () => {
  const strike = (...figures: Partial<ToldFigure>[]): Partial<Alert> => ({
    kind: "strike",
    places: ["UA:kharkiv"],
    figures: figures.map(figure),
  });
  const wanted = (...thresholds: Partial<Threshold>[]): Partial<Subscription> => ({
    thresholds: thresholds.map((each) => ({ measure: "killed", atLeast: 5, place: null, ...each })),
  });
  const cases: Case[] = [
    ["are met by the number itself", [wanted({}), strike({}), false], loud],
    ["are not met below it", [wanted({}), strike({ low: 4, high: 4 }), false], null],
    ["are met by at least so many", [wanted({}), strike({ low: 5, high: null }), false], loud],
    [
      "are met by a part, which the whole is not less than",
      [wanted({}), strike({ group: "civilians" }), false],
      loud,
    ],
    [
      "are not met by a rival's number",
      [wanted({}), strike({ low: 2, high: 2 }, { isRival: true, low: 90 }), false],
      null,
    ],
    [
      "are not met by a number of the whole war",
      [wanted({}), strike({ scope: "overall", low: 900 }), false],
      null,
    ],
    [
      "are met by one of several",
      [wanted({ atLeast: 100 }, { measure: "injured" }), strike({ measure: "injured" }), false],
      loud,
    ],
    [
      "are a condition for their kind where it has no such number",
      [wanted({}), strike({ measure: "drones.launched" }), false],
      null,
    ],
    ["are met in their place", [wanted({ place: "UA-63" }), strike({}), false], loud],
    ["are not met elsewhere", [wanted({ place: "UA-59" }), strike({}), false], null],
    ["are no condition for another kind", [wanted({}), { kind: "talks", figures: [] }, false], loud],
    [
      "are met by what is agreed for later",
      [
        wanted({ measure: "prisoners.released", atLeast: 1_000 }),
        { figures: [figure({ measure: "prisoners.released", scope: "planned", low: 1_000, high: 1_000 })] },
        false,
      ],
      loud,
    ],
    [
      "hold nothing back that was told once",
      [wanted({}), { ...strike({ low: 3, high: 3 }), type: "update", isLoud: true }, true],
      loud,
    ],
    [
      "of drones are met by drones",
      [
        wanted({ measure: "drones.launched", atLeast: 200 }),
        strike({ measure: "drones.launched", low: 315, high: 315 }),
        false,
      ],
      loud,
    ],
  ];
  it.each(cases)("%s", (_, given, plan) => {
    expect(planned(given)).toEqual(plan);
  });
});

describe("pace, mutes and loudness", () => {
  const later = startAt + 1;
  // It is noon in UTC.
  const quiet = { from: "12:00", to: "13:00", except: [] };
  const cases: Case[] = [
    ["tells a chat that wants a digest and the news the news", [{ pace: "both" }, {}, false], loud],
    ["tells a chat that wants the digest only no news", [{ pace: "digest" }, {}, false], null],
    ["keeps true what such a chat was told before", [{ pace: "digest" }, { type: "update" }, true], editOnly],
    [
      "holds what is new to a muted chat until the mute ends",
      [{ mutedUntil: later }, {}, false],
      { ...loud, holdUntil: later },
    ],
    [
      "holds it over a mute of a day",
      [{ mutedUntil: startAt + dayMs }, {}, false],
      { ...loud, holdUntil: startAt + dayMs },
    ],
    ["tells nothing new of a longer mute", [{ mutedUntil: startAt + dayMs + 1 }, {}, false], null],
    ["keeps true what a muted chat shows", [{ mutedUntil: later }, { type: "update" }, true], editOnly],
    ["corrects a muted chat in place", [{ mutedUntil: later }, { type: "correction" }, true], editOnly],
    ["tells a chat whose mute is over", [{ mutedUntil: startAt }, {}, false], loud],
    [
      "holds nothing that a muted chat does not want",
      [{ mutedUntil: later, kinds: ["talks"] }, {}, false],
      null,
    ],
    ["tells nothing new of a muted development", [{ mutedDevelopments: ["d1"] }, {}, false], null],
    ["keeps its message true", [{ mutedDevelopments: ["d1"] }, { type: "update" }, true], editOnly],
    ["tells of others", [{ mutedDevelopments: ["d2"] }, {}, false], loud],
    ["notifies of nothing where all is to be silent", [{ loudness: "silent" }, {}, false], silent],
    [
      "notifies of a silent update where all is to be loud",
      [{ loudness: "loud" }, { type: "update", isLoud: false }, true],
      loud,
    ],
    [
      "holds what is new until quiet hours end, to notify then",
      [{ quiet }, {}, false],
      { ...loud, holdUntil: startAt + hourMs },
    ],
    ["changes in quiet hours what the chat was told before", [{ quiet }, { type: "update" }, true], silent],
    [
      "holds what is new where all is to be silent, too",
      [{ quiet, loudness: "silent" }, {}, false],
      { ...silent, holdUntil: startAt + hourMs },
    ],
    [
      "notifies in quiet hours of kinds that may",
      [{ quiet: { ...quiet, except: ["exchange"] } }, {}, false],
      loud,
    ],
    [
      "notifies outside quiet hours",
      [{ quiet: { from: "12:01", to: "12:00", except: [] } }, {}, false],
      loud,
    ],
    [
      "takes hours over midnight",
      [{ quiet: { from: "22:00", to: "12:01", except: [] } }, {}, false],
      { ...loud, holdUntil: startAt + 60_000 },
    ],
    [
      "takes equal hours for the whole day, tells without sound and holds nothing",
      [{ quiet: { from: "07:00", to: "07:00", except: [] } }, {}, false],
      silent,
    ],
    [
      "goes by the chat's clock",
      [{ quiet: { from: "17:30", to: "17:31", except: [] }, timeZone: "Asia/Kolkata" }, {}, false],
      { ...loud, holdUntil: startAt + 60_000 },
    ],
  ];
  it.each(cases)("%s", (_, given, plan) => {
    expect(planned(given)).toEqual(plan);
  });
});

describe("plan of a notice", () => {
  const plan = (chat: Chat, notice = { isLoud: true, forSubscribers: true }) =>
    planNotice(chat, notice, startAt);

  it("goes to a subscribed chat as loud as it is", () => {
    expect(plan(chatThatWants())).toEqual(loud);
    expect(plan(chatThatWants(), { isLoud: false, forSubscribers: true })).toEqual(silent);
  });

  it("goes to a chat that is not subscribed only when it is for everybody, and to none that is gone", () => {
    const left = chatThatWants({}, "unsubscribed");
    expect(plan(left)).toBeNull();
    expect(plan(left, { isLoud: true, forSubscribers: false })).toEqual(loud);
    expect(plan(chatThatWants({}, "gone"), { isLoud: true, forSubscribers: false })).toBeNull();
  });

  it("waits for the end of a mute, unless it is for everybody", () => {
    const muted = chatThatWants({ mutedUntil: startAt + 5 });
    expect(plan(muted)).toEqual({ dueAt: startAt + 5 });
    expect(plan(muted, { isLoud: true, forSubscribers: false })).toEqual(loud);
  });

  it("waits for no mute that lasts longer than 30 days", () => {
    const mutedFor = (days: number) => plan(chatThatWants({ mutedUntil: startAt + days * dayMs }));
    expect(mutedFor(30)).toEqual({ dueAt: startAt + 30 * dayMs });
    expect(mutedFor(31)).toBeNull();
  });

  it("notifies neither in quiet hours nor where all is to be silent", () => {
    expect(plan(chatThatWants({ quiet: { from: "00:00", to: "00:00", except: [] } }))).toEqual(silent);
    expect(plan(chatThatWants({ loudness: "silent" }))).toEqual(silent);
  });
});
