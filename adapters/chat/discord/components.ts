import { ButtonStyle, ComponentType } from "discord.js";
import type {
  APIButtonComponentWithCustomId,
  APIMessageTopLevelComponent,
  APIStringSelectComponent,
} from "discord.js";
import type { Action, Message, Select, SelectOption } from "../../../src/model/message.ts";
import { askId, componentId } from "./component-id.ts";
import { messageLimits } from "./limits.ts";
import { cut } from "./markdown.ts";

/**
 * Rows of a message's lists and buttons, the lists first, as many as Discord takes; buttons keep the rows that they need.
 * Two components that would do the same are one: Discord refuses equal ids in a message.
 */
export function drawComponents(
  message: Pick<Message, "actions" | "selects">,
  key: string,
): APIMessageTopLevelComponent[] {
  const buttons = drawButtons(message.actions, key);
  const wanted = Math.ceil(buttons.length / messageLimits.buttonsPerRow);
  const room = messageLimits.rows - Math.min(wanted, messageLimits.rows - 1);
  const selects = drawSelects(message.selects ?? [], key).slice(0, room);
  const rows = selects.map((select) => ({ type: ComponentType.ActionRow as const, components: [select] }));
  return [...rows, ...rowsOf(fitted(buttons, messageLimits.rows - rows.length))];
}

/** As many buttons as the rows hold. The last one leads back or on, and stays. */
function fitted(
  buttons: readonly APIButtonComponentWithCustomId[],
  rows: number,
): readonly APIButtonComponentWithCustomId[] {
  const max = rows * messageLimits.buttonsPerRow;
  return buttons.length <= max ? buttons : [...buttons.slice(0, max - 1), ...buttons.slice(-1)];
}

function drawButtons(actions: readonly Action[], key: string): APIButtonComponentWithCustomId[] {
  const buttons = new Map<string, APIButtonComponentWithCustomId>();
  for (const [index, action] of actions.entries()) {
    const call = { command: action.command, argument: action.argument, key };
    const customId = action.ask === undefined ? componentId("press", call) : askId(call, action.ask);
    if (customId.length > messageLimits.customId || buttons.has(customId)) continue;
    buttons.set(customId, {
      type: ComponentType.Button,
      style: index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label: lineOf(action.label, messageLimits.buttonLabel) || action.command,
      custom_id: customId,
    });
  }
  return [...buttons.values()];
}

function rowsOf(buttons: readonly APIButtonComponentWithCustomId[]): APIMessageTopLevelComponent[] {
  const rows: APIMessageTopLevelComponent[] = [];
  for (let at = 0; at < buttons.length; at += messageLimits.buttonsPerRow)
    rows.push({
      type: ComponentType.ActionRow,
      components: buttons.slice(at, at + messageLimits.buttonsPerRow),
    });
  return rows;
}

function drawSelects(selects: readonly Select[], key: string): APIStringSelectComponent[] {
  const drawn = new Map<string, APIStringSelectComponent>();
  for (const select of selects) {
    const kind = select.isMultiple ? "choices" : "choice";
    const customId = componentId(kind, { command: select.command, argument: select.argument, key });
    const options = optionsOf(select);
    if (customId.length > messageLimits.customId || drawn.has(customId) || options.length === 0) continue;
    drawn.set(customId, {
      type: ComponentType.StringSelect,
      custom_id: customId,
      placeholder: lineOf(select.label, messageLimits.placeholder),
      options: options.map(({ value, label, isChosen }) => ({
        value,
        label: lineOf(label, messageLimits.optionLabel) || value,
        default: isChosen,
      })),
      ...(select.isMultiple
        ? { min_values: 0, max_values: options.length }
        : { min_values: 1, max_values: 1 }),
    });
  }
  return [...drawn.values()];
}

/** At most 25 of different values, of which one at most is chosen where one is to be. */
function optionsOf({ options, isMultiple }: Select): SelectOption[] {
  const byValue = new Map(options.map((option) => [option.value, option]));
  const kept = [...byValue.values()].slice(0, messageLimits.options);
  const chosen = kept.find(({ isChosen }) => isChosen);
  return isMultiple ? kept : kept.map((option) => ({ ...option, isChosen: option === chosen }));
}

/** Text of a component: one line, no markup is drawn in it. */
function lineOf(text: string, max: number): string {
  return cut(text.replaceAll(/\s+/g, " ").trim(), max);
}
