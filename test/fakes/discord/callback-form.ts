import { FormCheck } from "./fault.ts";
import { objectOf, objectsOf, textOf, type Json } from "./forms.ts";
import { flagsOf, messageFlags } from "./message-form.ts";
import type { Interaction } from "./world.ts";

/** Interaction types and callback types (interactions/receiving-and-responding). */
export const interactionTypes = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export const callbackTypes = {
  message: 4,
  defer: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** Which responses an interaction takes. Updates are documented for components only, forms for everything but forms. */
function isAllowed(interaction: Interaction, type: number): boolean {
  switch (type) {
    case callbackTypes.choices:
      return interaction.type === interactionTypes.autocomplete;
    case callbackTypes.update:
    case callbackTypes.deferUpdate:
      return interaction.type === interactionTypes.component;
    case callbackTypes.modal:
      return interaction.type === interactionTypes.command || interaction.type === interactionTypes.component;
    default:
      return interaction.type !== interactionTypes.autocomplete;
  }
}

/** Checks a first response, all but the message in it. Throws 50035. */
export function checkCallback(interaction: Interaction, type: number, data: Json): void {
  const check = new FormCheck();
  if (!Object.values<number>(callbackTypes).includes(type))
    check.add(["type"], "BASE_TYPE_CHOICES", "Unknown callback type.");
  else if (!isAllowed(interaction, type))
    check.add(
      ["type"],
      "INTERACTION_APPLICATION_COMMAND_INVALID_CALLBACK",
      "Not a response to this type of interaction.",
    );
  if (type === callbackTypes.defer && (flagsOf(data) & ~messageFlags.ephemeral) !== 0)
    check.add(["data", "flags"], "BASE_TYPE_CHOICES", "Only EPHEMERAL may be set in a deferred response.");
  if (type === callbackTypes.choices) checkChoices(check, data["choices"]);
  if (type === callbackTypes.modal) checkModal(check, data);
  check.done();
}

function checkChoices(check: FormCheck, value: unknown): void {
  if (!Array.isArray(value))
    return check.add(["data", "choices"], "BASE_TYPE_REQUIRED", "This field is required");
  const choices = objectsOf(value);
  if (choices.length > 25)
    check.add(["data", "choices"], "BASE_TYPE_BAD_LENGTH", "Must be 25 or fewer in length.");
  for (const [index, choice] of choices.entries()) {
    check.text(["data", "choices", index, "name"], choice["name"], [1, 100]);
    check.text(["data", "choices", index, "value"], choice["value"], [1, 100]);
  }
}

const label = 18;
const textInput = 4;
/** What a label may hold (components/reference, label child components). */
const inLabel = new Set([3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);

function checkModal(check: FormCheck, data: Json): void {
  check.text(["data", "custom_id"], data["custom_id"], [1, 100]);
  check.text(["data", "title"], data["title"], [1, 45]);
  const components = objectsOf(data["components"]);
  if (components.length < 1 || components.length > 5)
    check.add(["data", "components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  const ids = new Set<string>();
  for (const [index, component] of components.entries()) {
    const path = ["data", "components", index];
    if (component["type"] !== label) {
      check.add([...path, "type"], "UNION_TYPE_CHOICES", "Inputs must be placed inside a Label.");
      continue;
    }
    check.text([...path, "label"], component["label"], [1, 45]);
    check.text([...path, "description"], component["description"], [0, 100]);
    checkInput(check, objectOf(component["component"]) ?? {}, [...path, "component"]);
    const id = textOf(objectOf(component["component"])?.["custom_id"]);
    if (ids.has(id)) check.add(path, "COMPONENT_CUSTOM_ID_DUPLICATED", "Custom id cannot be duplicated");
    ids.add(id);
  }
}

function checkInput(check: FormCheck, input: Json, path: readonly (string | number)[]): void {
  if (!inLabel.has(Number(input["type"])))
    check.add([...path, "type"], "UNION_TYPE_CHOICES", "Not a component for labels.");
  check.text([...path, "custom_id"], input["custom_id"], [1, 100]);
  if (input["disabled"] !== undefined)
    check.add([...path, "disabled"], "BASE_TYPE_BAD", "Modals cannot have disabled components.");
  if (input["type"] !== textInput) return;
  if (input["style"] !== 1 && input["style"] !== 2)
    check.add([...path, "style"], "BASE_TYPE_CHOICES", "Value must be one of {1, 2}.");
  check.text([...path, "placeholder"], input["placeholder"], [0, 100]);
  check.text([...path, "value"], input["value"], [0, 4_000]);
  for (const [field, least] of [
    ["min_length", 0],
    ["max_length", 1],
  ] as const) {
    const value = input[field];
    if (value !== undefined && !(typeof value === "number" && value >= least && value <= 4_000))
      check.add([...path, field], "NUMBER_TYPE_MAX", `Must be between ${least} and 4000.`);
  }
}
