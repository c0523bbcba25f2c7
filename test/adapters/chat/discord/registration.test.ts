import { describe, expect, it } from "vitest";
import { defineCommands } from "../../../../adapters/chat/discord/definition.ts";
import { checkCommands } from "../../../fakes/discord/command-form.ts";
import { never, openStage, specs, type Stage } from "./stage.ts";
import { until } from "./waits.ts";

const puts = (stage: Stage): number => stage.fake.requests.filter(({ method }) => method === "PUT").length;

/** Discord does not answer what the application is. */
function hideApplication(stage: Stage): void {
  stage.fake.script({ path: "/applications/@me", times: 9, trouble: { kind: "status", status: 500 } });
}

describe("registration", () => {
  it("keeps Discord's rules for names, order and sizes", () => {
    expect(() => checkCommands(defineCommands(specs))).not.toThrow();
  });

  it("puts required options first, shows admin commands to who manages the server, and leaves out what only buttons call", () => {
    const commands = defineCommands(specs);

    expect(commands.map(({ name }) => name)).toEqual(["latest", "subscribe", "sources", "Why this alert?"]);
    expect(commands.map((command) => command.default_member_permissions)).toEqual([null, "32", "32", null]);
    expect(Reflect.get(commands[0] ?? {}, "options")?.map(({ name }: { name: string }) => name)).toEqual([
      "place",
      "kind",
    ]);
    expect(commands[0]?.description_localizations).toEqual({ uk: "Останні події", ru: "Последние события" });
  });

  it("lets answers be asked for by people who have the bot for themselves, everywhere, and settings only where it can be", () => {
    const commands = defineCommands(specs);

    expect(commands.map(({ contexts }) => contexts)).toEqual([
      [0, 1, 2],
      [0, 1],
      [0, 1],
      [0, 1, 2],
    ]);
    expect(commands.map((command) => command.integration_types)).toEqual(commands.map(() => [0, 1]));
    expect(commands[3]).toMatchObject({
      type: 3,
      name_localizations: { uk: "Чому це сповіщення?", ru: "Почему это сообщение?" },
    });
  });

  it("types options: a channel that alerts can be told in, a role, text that is completed", () => {
    const options = defineCommands(specs).map((command) => Reflect.get(command, "options") as object[]);

    expect(options[0]).toContainEqual(
      expect.objectContaining({ name: "place", type: 3, autocomplete: true }),
    );
    expect(options[1]).toEqual([
      expect.objectContaining({ name: "where", type: 7, channel_types: [0, 5, 11, 12, 10, 15, 16] }),
      expect.objectContaining({ name: "role", type: 8 }),
    ]);
  });

  it.each([
    ["says so", (): undefined => undefined],
    ["does not say so", (stage: Stage): void => hideApplication(stage)],
  ])(
    "leaves out people's own installation where the application has none and Discord %s",
    async (_, prepare) => {
      const stage = await openStage();
      stage.fake.installFor([0]);
      prepare(stage);

      await stage.platform.start(never);

      expect(stage.fake.commands().map((command) => command["integration_types"])).toEqual(
        stage.fake.commands().map(() => [0]),
      );
      await stage.platform.stop();
      await stage.clock.advance(10_000);
      await stage.twin().start(never);
      expect(puts(stage)).toBeLessThanOrEqual(2);
    },
  );

  it("asks for free text where there are more choices than Discord lists, and cuts long descriptions", () => {
    const [base] = specs;
    const many = Array.from({ length: 26 }, (_, index) => ({
      value: `v${index}`,
      label: { en: `V ${index}` },
    }));
    const spec = {
      ...specs[0]!,
      description: { en: "x".repeat(300) },
      options: [{ ...base!.options[0]!, choices: many }],
    };

    const commands = defineCommands([spec]);

    expect(() => checkCommands(commands)).not.toThrow();
    expect(JSON.stringify(commands)).not.toContain("choices");
  });

  it("calls commands, subcommands and options what they are called in the person's language", () => {
    const localName = { en: "add", uk: "додати", ru: "добавить" };
    const [, , sources] = specs;
    const spec = {
      ...sources!,
      localName,
      subcommands: sources!.subcommands.map((part) =>
        part.name === "list"
          ? part
          : { ...part, localName, options: part.options.map((option) => ({ ...option, localName })) },
      ),
    };

    const [command] = defineCommands([spec]);

    const named = { name_localizations: { uk: "додати", ru: "добавить" } };
    expect(command).toMatchObject({
      name: "sources",
      ...named,
      options: [{ name: "list" }, { name: "add", ...named, options: [{ name: "url", ...named }] }],
    });
  });

  it("overwrites the set once, and not again when nothing has changed", async () => {
    const stage = await openStage();

    await stage.platform.start(never);
    await stage.platform.stop();
    const again = stage.twin();
    await stage.clock.advance(10_000);
    await again.start(never);

    expect(puts(stage)).toBe(1);
    expect(stage.fake.commands()).toHaveLength(4);
  });

  it("overwrites the set when a description in one language changed", async () => {
    const stage = await openStage();
    await stage.platform.start(never);
    await stage.platform.stop();
    const [latest] = stage.fake.commands();
    (latest!["description_localizations"] as Record<string, string>)["uk"] = "Інше";
    await stage.clock.advance(10_000);

    await stage.twin().start(never);

    expect(puts(stage)).toBe(2);
  });

  it("leaves the old set in use when Discord refuses the new one", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "PUT", trouble: { kind: "status", status: 400, code: 30_034 } });

    await stage.platform.start(never);

    expect(stage.logs).toContainEqual(
      expect.objectContaining({ level: "error", message: "Slash commands could not be registered" }),
    );
  });
});

describe("registration that fails", () => {
  it("is tried again later when Discord does not answer or asks to wait", async () => {
    const stage = await openStage();
    stage.fake.script({ method: "PUT", trouble: { kind: "status", status: 500 } });
    stage.fake.script({ method: "PUT", trouble: { kind: "too-many", scope: "user", retryAfter: 60 } });

    await stage.platform.start(never);
    const before = stage.fake.commands().length;
    await stage.clock.advance(10_000);
    await until(() => puts(stage) === 2 && stage.clock.nextWakeAt() === stage.clock.now() + 60_000);
    await stage.clock.advance(60_000);
    await until(() => stage.fake.commands().length > 0);

    expect(before).toBe(0);
    expect(stage.fake.commands()).toHaveLength(4);
  });
});
