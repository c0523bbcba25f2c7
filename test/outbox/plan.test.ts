import { describe, expect, it } from "vitest";
import type { Alert } from "../../src/model/alert.ts";
import type { Chat } from "../../src/model/chat.ts";
import type { Subscription } from "../../src/model/subscription.ts";
import { planDelivery } from "../../src/outbox/plan.ts";
import { alertOf, startAt, wantsAll } from "./scene.ts";

const chatThatWants = (subscription: Partial<Subscription> = {}, state: Chat["state"] = "active"): Chat => ({
  id: 1,
  address: { platform: "telegram", channel: "1", thread: null },
  state,
  reason: state === "gone" ? "blocked" : null,
  subscription: { ...wantsAll, ...subscription },
  createdAt: startAt,
});
const loud = { isLoud: true };
const silent = { isLoud: false };

describe("plan of a delivery", () => {
  const cases: [string, [Partial<Subscription>, Partial<Alert>, boolean], { isLoud: boolean } | null][] = [
    ["tells everything to a chat that wants all", [{}, {}, false], loud],
    ["leaves out kinds that were not chosen", [{ kinds: ["strike"] }, {}, false], null],
    ["tells a kind that was chosen", [{ kinds: ["strike", "exchange"] }, {}, false], loud],
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
  ];

  it.each(cases)("%s", (_, [subscription, alert, wasTold], plan) => {
    expect(planDelivery(chatThatWants(subscription), alertOf(alert), wasTold)).toEqual(plan);
  });

  it.each(["unsubscribed", "gone"] as const)("tells nothing to a chat that is %s", (state) => {
    expect(planDelivery(chatThatWants({}, state), alertOf({ type: "correction" }), true)).toBeNull();
  });
});
