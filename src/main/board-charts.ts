import { chartCommand } from "../commands/chart.ts";
import { openCall, type CommandContext } from "../commands/context.ts";
import { messageOf } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Chart } from "../model/chart.ts";
import type { BoardChart, BoardData } from "../ports/board.ts";
import type { ChartRenderer } from "../ports/chart-renderer.ts";

export interface BoardChartsOptions {
  readonly context: CommandContext;
  /** Null: there are no pictures. */
  readonly renderer: ChartRenderer | null;
  readonly log: Log;
}

/** What /chart is asked for. */
const asked = ["exchange", "days", "places", "toll"] as const;
/** Charts whose pictures may be asked for: those of every language now, and those of pages that were opened before. */
const keptCharts = 60;

/** The charts of the board: what /chart answers to somebody who has set nothing. They are made anew when something was told. */
export function createBoardCharts({
  context,
  renderer,
  log,
}: BoardChartsOptions): Pick<BoardData, "charts" | "picture"> {
  const known = new Map<string, Chart>();
  const made = new Map<
    string,
    { readonly seq: number | null; readonly charts: Promise<readonly BoardChart[]> }
  >();
  const command = chartCommand(context);

  async function chartOf(what: (typeof asked)[number], language: string): Promise<Chart | null> {
    const call = await openCall(context, invocationFor(what, language), command.spec);
    return (await command.run(call)).message.chart ?? null;
  }

  async function make(language: string, pictures: ChartRenderer): Promise<readonly BoardChart[]> {
    const charts = await Promise.all(asked.map((what) => chartOf(what, language)));
    return charts.flatMap((chart) => {
      if (chart === null) return [];
      const key = pictures.keyOf(chart);
      known.delete(key);
      known.set(key, chart);
      const [oldest] = known.keys();
      if (known.size > keptCharts && oldest !== undefined) known.delete(oldest);
      return [{ key, alternative: chart.alternative }];
    });
  }

  return {
    async charts(language) {
      if (renderer === null) return [];
      const [newest] = await context.store.ledger.alerts({ limit: 1 });
      const seq = newest?.seq ?? null;
      const before = made.get(language);
      if (before?.seq === seq) return before.charts;
      const charts = make(language, renderer);
      made.set(language, { seq, charts });
      charts.catch(() => made.delete(language));
      return charts;
    },
    async picture(key) {
      const chart = known.get(key);
      if (chart === undefined || renderer === null) return null;
      try {
        return (await renderer.png(chart)).png;
      } catch (error) {
        log("warn", "A chart of the board could not be drawn.", { error: messageOf(error) });
        return null;
      }
    },
  };
}

/** As somebody would ask who opens the board. */
function invocationFor(what: string, language: string): Parameters<typeof openCall>[1] {
  return {
    command: "chart",
    subcommand: null,
    options: { what },
    address: { platform: "board", channel: "board", thread: null },
    chatTitle: "",
    isDirect: true,
    target: null,
    about: null,
    user: { platform: "board", id: "board", language, isChatAdmin: () => Promise.resolve(false) },
    missingRights: () => Promise.resolve([]),
  };
}
