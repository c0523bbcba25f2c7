import { expect, it } from "vitest";
import { event, figure, kyivOfficial } from "../../../ledger/story.ts";
import { useTown } from "./town.ts";

const stage = useTown();
const olena = 7;

it("a message whose story was merged into another links to that one's message", async () => {
  const { town } = stage;
  const { director } = town.telegram;
  const members = { [olena]: "administrator" } as const;
  const channel = director.addChat({ type: "channel", title: "News", botStatus: "administrator", members });
  director.posts(channel, "/subscribe strike");
  await town.telegram.until(() => director.sent(channel).length > 0);
  const strike = (at: string, count: number, places: readonly string[]) =>
    town.story.tell({
      at,
      figures: [figure("killed", "UA", count, { places, by: kyivOfficial })],
      events: [event("strike", "done", { places })],
    });
  await strike("08:00", 6, ["UA:kharkiv", "UA-63", "UA"]);
  await strike("08:10", 7, ["UA:odesa", "UA-51", "UA"]);
  town.clock.jumpTo(Date.parse("2031-03-04T09:00:00Z"));
  await town.deliver();
  const [first, second] = director.sent(channel).slice(-2);

  await town.story.review("09:10", { kind: "merge", development: "d2", other: "d1" });
  town.clock.jumpTo(Date.parse("2031-03-04T09:20:00Z"));
  await town.deliver();

  const pointer = director.sent(channel).find(({ messageId }) => messageId === second?.messageId);
  expect(pointer?.text).toContain("News of it come in that message.");
  const latest = director.sent(channel).at(-1);
  const ids = [first?.messageId, latest?.messageId].join("|");
  expect(JSON.stringify(pointer)).toMatch(
    new RegExp(`https://t\\.me/c/${String(channel).replace("-100", "")}/(?:${ids})"`, "u"),
  );
});
