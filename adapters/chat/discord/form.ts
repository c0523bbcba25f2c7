import { ComponentType, InteractionResponseType, TextInputStyle } from "discord.js";
import type { APIModalInteractionResponse, APIModalSubmitInteraction } from "discord.js";
import { componentId, type ComponentUse } from "./component-id.ts";
import { formLimits, messageLimits } from "./limits.ts";
import { cut } from "./markdown.ts";

type AskUse = Extract<ComponentUse, { kind: "ask" }>;

/**
 * The form for an action that asks. `label`: of the button, the title when the button's id had no room for one. Null: its
 * id would be too long for Discord.
 */
export function drawForm(use: AskUse, label: string): APIModalInteractionResponse | null {
  const customId = componentId("form", use);
  if (customId.length > messageLimits.customId) return null;
  const title = cut(use.ask.title || label || use.command, formLimits.title);
  const { example, maxLength } = use.ask;
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: customId,
      title,
      components: [
        {
          type: ComponentType.Label,
          label: title,
          component: {
            type: ComponentType.TextInput,
            custom_id: "answer",
            style: TextInputStyle.Short,
            required: true,
            max_length: Math.min(maxLength, formLimits.answer),
            ...(example === "" ? {} : { placeholder: cut(example, formLimits.placeholder) }),
          },
        },
      ],
    },
  };
}

/** What was written into the form, as one line; "" when nothing was. */
export function readForm(data: APIModalSubmitInteraction["data"]): string {
  return data.components
    .flatMap((part): unknown[] =>
      "component" in part ? [part.component] : "components" in part ? part.components : [],
    )
    .map((input) => (typeof input === "object" && input !== null ? Reflect.get(input, "value") : null))
    .filter((value): value is string => typeof value === "string")
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, formLimits.answer);
}
