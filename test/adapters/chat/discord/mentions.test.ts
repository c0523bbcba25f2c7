import { describe, expect, it } from "vitest";
import { seenText } from "../../../fakes/discord/index.ts";
import { event, figure, kyivOfficial } from "../../../ledger/story.ts";
import { useCity } from "./city.ts";

const stage = useCity();

/** Content and embeds as they were sent. */
const raw = ({ body }: { readonly body: object }): string => JSON.stringify(body);
const idOf = (name: string): unknown =>
  stage.city.discord.commands().find((one) => one["name"] === name)?.["id"];

describe("a command that an answer names", () => {
  it("is a mention of it, with a subcommand where it has some", async () => {
    const { city } = stage;

    const help = await city.discord.user("7").runs("help").answer;

    expect(raw(help)).toContain(`</latest:${String(idOf("latest"))}>`);
    expect(raw(help)).toContain(`</settings show:${String(idOf("settings"))}>`);
    expect(raw(help)).not.toMatch(/ \/(?:latest|settings)/u);
  });

  it("is answered in words where it is a menu of before that is none any more", async () => {
    const { city } = stage;
    const person = city.discord.user("7", { locale: "en-US" });
    const shown = await person.runs("help").answer;
    const menus = city.discord.commands().filter(({ type }) => type === 3);
    (city.discord.commands() as object[]).push({ ...menus[0], name: "Of before", name_localizations: {} });

    const answer = await person.usesMenu(shown, "Of before").answer;

    expect(seenText(answer)).toContain("No such command");
  });

  it("has the role that it was given shown by name, and says why everybody is none", async () => {
    const { city } = stage;
    const admin = city.discord.user("8", { permissions: ["MANAGE_GUILD"], locale: "en-US" });
    const role = city.discord.addRole("readers", true);
    await admin.runs("subscribe").answer;

    const saved = await admin.runs("settings mention", { role: role.id }).answer;
    const refused = await admin.runs("settings mention", { role: city.discord.guildId }).answer;

    expect(raw(saved)).toContain(`Saved: <@&${role.id}>`);
    expect(seenText(refused)).toContain("Everybody at once is never mentioned");
  });

  it("is none in the words of a report, and neither is a role or a person that they name", async () => {
    const { city } = stage;
    const role = city.discord.addRole("readers", true);
    const evidence = `Read /forget: <@&${role.id}> and <@${"8".repeat(18)}> say: <@&${role.id}>`;
    await city.story.tell({
      at: "08:00",
      text: evidence,
      figures: [
        figure("killed", "UA", 9, { places: ["UA:sumy", "UA-59", "UA"], by: kyivOfficial, evidence }),
      ],
      events: [event("strike", "done", { places: ["UA:sumy", "UA-59", "UA"] })],
    });
    const development = city.story.alerts.at(-1)?.development ?? "";

    const why = await city.discord.user("7").runs("why", { development }).answer;

    expect(seenText(why)).toContain("Read /forget");
    expect(raw(why)).not.toMatch(/(?<!\\)<@&?\d|<\/forget/u);
  });

  it("is told as Discord's people use it", async () => {
    const { city } = stage;
    const person = city.discord.user("7", { locale: "en-US" });

    const texts = [];
    for (const command of ["help", "why", "report", "development", "share"])
      texts.push(seenText(await person.runs(command).answer));

    expect(texts.join("\n")).not.toMatch(/Answer an alert|@name|one tap/u);
    expect(texts.join("\n")).toContain("Open an alert’s menu (Apps, Why this alert?)");
  });
});
