import { ButtonStyle, ComponentType } from "discord.js";
import type { APIButtonComponentWithCustomId, APIMessageTopLevelComponent } from "discord.js";
import type { Action } from "../../../src/model/message.ts";
import { messageLimits } from "./limits.ts";
import { cut } from "./markdown.ts";

/** What a button says when it is pressed. It needs no memory of ours, so that it works after a restart. */
export interface Press {
  readonly command: string;
  readonly argument: string;
  /** The delivery that the message is; "" for an answer to a command. */
  readonly key: string;
}

/** `command:argument:key`. The key stands last and holds no colon, so that an argument may. */
export function buttonId(press: Press): string {
  return `${press.command}:${press.argument}:${keyInButton(press.key)}`;
}

/** Null: not a button of ours. */
export function readButtonId(customId: string): Press | null {
  const first = customId.indexOf(":");
  const last = customId.lastIndexOf(":");
  if (first < 1 || last === first) return null;
  return {
    command: customId.slice(0, first),
    argument: customId.slice(first + 1, last),
    key: customId.slice(last + 1),
  };
}

/** Whether a message's components hold a button of the delivery. `components`: as Discord sends them. */
export function holdsKey(components: unknown, key: string): boolean {
  if (!Array.isArray(components)) return false;
  return components.some((component: unknown) => {
    if (typeof component !== "object" || component === null) return false;
    const customId: unknown = Reflect.get(component, "custom_id");
    if (typeof customId === "string" && readButtonId(customId)?.key === keyInButton(key)) return true;
    return holdsKey(Reflect.get(component, "components"), key);
  });
}

/** Rows of buttons. Two that would do the same are one: Discord refuses equal ids in a message. */
export function drawButtons(actions: readonly Action[], key: string): APIMessageTopLevelComponent[] {
  const buttons = new Map<string, APIButtonComponentWithCustomId>();
  for (const [index, action] of actions.entries()) {
    const customId = buttonId({ command: action.command, argument: action.argument, key });
    if (customId.length > messageLimits.customId || buttons.has(customId)) continue;
    buttons.set(customId, {
      type: ComponentType.Button,
      style: index === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary,
      label: cut(action.label.replaceAll(/\s+/g, " ").trim(), messageLimits.buttonLabel) || action.command,
      custom_id: customId,
    });
  }
  return rowsOf([...buttons.values()]);
}

function rowsOf(buttons: APIButtonComponentWithCustomId[]): APIMessageTopLevelComponent[] {
  const rows: APIMessageTopLevelComponent[] = [];
  for (let at = 0; at < buttons.length && rows.length < messageLimits.rows; at += messageLimits.buttonsPerRow)
    rows.push({
      type: ComponentType.ActionRow,
      components: buttons.slice(at, at + messageLimits.buttonsPerRow),
    });
  return rows;
}

function keyInButton(key: string): string {
  return key.replaceAll(":", ";");
}
