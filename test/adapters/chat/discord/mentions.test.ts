import { describe, expect, it } from "vitest";
import { seenText } from "../../../fakes/discord/index.ts";
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
