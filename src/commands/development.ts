import type { Claim, Development } from "../model/development.ts";
import type { Block } from "../model/message.ts";
import { describe, plainReply, type Command, type CommandCall, type CommandContext } from "./context.ts";

/** How many claims are quoted; the rest is counted. Telegram shows about 100 entities and 4,096 characters. */
const quotedCount = 12;

/** /development ID (the button under an alert): each source's own sentence behind the numbers, in its language. */
export function developmentCommand(context: CommandContext): Command {
  return {
    spec: {
      name: "development",
      description: describe(context, "command-development"),
      access: "anyone",
      options: [
        { name: "id", isRequired: true, choices: null, description: describe(context, "option-development") },
      ],
      subcommands: [],
      isListed: false,
    },
    async run(call) {
      const id = call.invocation.options.id ?? "";
      const development = /^d\d{1,12}$/u.test(id) ? await context.store.ledger.development(id) : null;
      const [alert] =
        development === null
          ? []
          : await context.store.ledger.alerts({ development: development.id, limit: 1 });
      if (development === null || alert === undefined)
        return plainReply(call, call.text("development-unknown"));
      const message = context.compose([{ ...alert, changes: [] }], {
        language: call.language,
        timeZone: call.timeZone,
      });
      return { isPrivate: true, message: { ...message, blocks: quotes(call, development), actions: [] } };
    },
  };
}

function quotes(call: CommandCall, development: Development): Block[] {
  const seen = new Set<string>();
  const claims = development.figures
    .flatMap((figure) => figure.claims)
    .filter((claim) => {
      const key = `${claim.reportId} ${claim.evidence}`;
      return seen.has(key) ? false : seen.add(key);
    });
  const shown = claims.toSorted((a, b) => a.seenAt - b.seenAt).slice(0, quotedCount);
  const rest = claims.length - shown.length;
  const more: Block[] =
    rest > 0 ? [{ kind: "note", text: call.text("development-more", { count: rest }) }] : [];
  return [
    { kind: "note", text: call.text("development-quotes", { count: claims.length }) },
    ...shown.map((claim) => quote(call, claim)),
    ...more,
  ];
}

function quote(call: CommandCall, claim: Claim): Block {
  const label = claim.isStateControlled
    ? call.text("source-state-controlled", { name: claim.outlet.name })
    : claim.outlet.name;
  return { kind: "quote", text: claim.evidence, source: { label, url: claim.url } };
}
