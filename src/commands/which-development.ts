import { titleOf } from "../alert/title.ts";
import { textsOf } from "../languages/texts.ts";
import type { Reply } from "../ports/command.ts";
import { developmentsAbout } from "./about.ts";
import { plainReply, type CommandCall } from "./context.ts";
import { findDevelopment } from "./evidence.ts";
import { selectOf } from "./paging.ts";
import { suggestDevelopments } from "./suggest-developments.ts";

/** Of a message that names none that is known, so many of the newest are offered: on Telegram each is a button of its own. */
const maxNewest = 8;

/**
 * Asks which development is meant where the call is about a message that does not tell just one, and goes on with `command` and the chosen one. A catch-up
 * offers those that it tells; of a digest, a picture or somebody's message nobody knows which it names: the newest are offered.
 */
export async function askWhich(call: CommandCall, command: "why" | "report"): Promise<Reply> {
  const told = await toldThere(call);
  const offered = told.length > 0 ? told : await newest(call);
  const { message, isPrivate } = plainReply(
    call,
    call.text(told.length > 0 ? `${command}-several` : `${command}-which`),
  );
  const selects = selectOf(offered, { command, label: call.text("choose-development") });
  return { isPrivate, message: { ...message, selects } };
}

interface Offered {
  readonly id: string;
  readonly title: string;
}

async function toldThere(call: CommandCall): Promise<readonly Offered[]> {
  const found = await Promise.all((await developmentsAbout(call)).map((id) => findDevelopment(call, id)));
  const offered = found.flatMap((asked) =>
    asked === null ? [] : [{ id: asked.development.id, title: titleOf(asked.alert, textsOf(call.language)) }],
  );
  // Two that became one are that one.
  return [...new Map(offered.map((each) => [each.id, each])).values()];
}

async function newest({ context, invocation, language, text }: CommandCall): Promise<readonly Offered[]> {
  const { command, address, user } = invocation;
  const completion = { command, subcommand: null, option: "development", typed: "", address, user };
  const found = await suggestDevelopments({ context, completion, language, text });
  return found.slice(0, maxNewest).map(({ value, label }) => ({ id: value, title: label }));
}
