import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * The layers of src/, lowest first. A file may import from its own layer's folder and from lower
 * layers only; layers on one line are peers and do not know each other. docs/decisions/0001-layout.md.
 */
const layers: readonly (readonly string[])[] = [
  ["errors", "clock", "log", "measures"],
  ["model"],
  ["ports", "config"],
  ["reference"],
  ["poll", "report"],
  ["languages"],
  ["figures"],
  ["ledger"],
  ["alert"],
  ["outbox"],
  ["commands"],
  ["pipeline"],
  ["main", "cli", "demo"],
];

/** Third-party engines and SDKs: they stand under adapters/ only. */
const sdks = [
  "grammy",
  "discord.js",
  "rss-parser",
  "drizzle-orm",
  "better-sqlite3",
  "fastify",
  "undici",
  "node-cron",
  "linkedom",
  "@mozilla/readability",
  "htmlparser2",
  "prom-client",
];
const sdkBan = {
  group: sdks.flatMap((name) => [name, `${name}/*`]),
  message: "SDKs stand under adapters/ only.",
};
const adapterBan = { group: ["**/adapters/**"], message: "Only main, cli and demo import adapters." };

const patternsOf = (name: string): string[] => [`**/${name}/**`, `**/${name}.ts`];

/** What a layer may not import: its peers and everything above it. */
function bansFor(name: string, level: number): { group: string[]; message: string }[] {
  const above = layers.slice(level + 1).flat();
  const peers = level === 0 ? [] : (layers[level] ?? []).filter((peer) => peer !== name);
  const folders = [...above, ...peers].flatMap((layer) => [
    `../${layer}/**`,
    `../../${layer}/**`,
    `../../../${layer}/**`,
    `../${layer}.ts`,
    `./${layer}/**`,
  ]);
  return [{ group: folders, message: `src/${name} may not import a higher or a peer layer.` }];
}

const srcOverrides: OxlintOverride[] = layers.flatMap((row, level) =>
  row.map((name) => ({
    files: [`src/${name}/**`, `src/${name}.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [...(level < layers.length - 1 ? [...bansFor(name, level), adapterBan] : []), sdkBan] },
      ],
    },
  })),
);

/** Adapters do not know one another; `fetch` is the one HTTP layer that sources share. */
const adapters: Record<string, readonly string[]> = {
  "chat/telegram": ["discord", "console", "store", "source", "web", "fetch", "beat"],
  "chat/discord": ["telegram", "console", "store", "source", "web", "fetch", "beat"],
  "chat/console": ["telegram", "discord", "store", "source", "web", "fetch", "beat"],
  "source/feed": ["telegram-channel", "article", "chat", "store", "web", "beat"],
  "source/article": ["feed", "telegram-channel", "chat", "store", "web", "beat"],
  "source/telegram-channel": ["chat", "store", "web", "beat"],
  store: ["chat", "source", "web", "fetch", "beat"],
  web: ["chat", "source", "store", "fetch", "beat"],
  fetch: ["chat", "source", "store", "web", "beat"],
  opml: ["chat", "source", "store", "web", "fetch", "beat"],
  beat: ["chat", "source", "store", "web", "fetch"],
};
const stages = ["poll", "report", "figures", "ledger", "outbox", "commands", "pipeline"];
const adapterOverrides: OxlintOverride[] = Object.entries(adapters).map(([folder, others]) => ({
  files: [`adapters/${folder}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: others.flatMap((other) => [`../${other}/**`, `../../${other}/**`, `../../../${other}/**`]),
            message: "Adapters do not import one another.",
          },
          {
            group: [
              ...stages.flatMap((stage) => [`**/src/${stage}/**`]),
              ...["main", "cli", "demo"].flatMap((top) => patternsOf(`src/${top}`)),
            ],
            message: "Adapters import ports and what stands before them.",
          },
        ],
      },
    ],
  },
}));

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import"],
  categories: { correctness: "error", suspicious: "warn" },
  ignorePatterns: ["data/**", "coverage/**", "test/score/*.mjs", "adapters/store/*/migrations/**"],
  rules: {
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/consistent-type-imports": "error",
    "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
    "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    "max-params": ["error", { max: 4 }],
    "max-depth": ["error", { max: 4 }],
    "no-console": "error",
    "unicorn/prefer-string-starts-ends-with": "off",
    // The server is fastify, which awaits its handlers.
    "oxc/no-async-endpoint-handlers": "off",
    // JSON and platform payloads are asserted once, at the edge where they are read.
    "typescript/no-unsafe-type-assertion": "off",
    "typescript/consistent-return": "off",
    "typescript/require-array-sort-compare": "off",
    // `Party | "both"` says what "both" means, though it is a string too.
    "typescript/no-redundant-type-constituents": "off",
    "import/no-named-as-default-member": "off",
    "unicorn/consistent-function-scoping": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/no-array-reverse": "off",
    "eslint/no-await-in-loop": "off",
    "eslint/no-shadow": "off",
  },
  overrides: [
    ...srcOverrides,
    ...adapterOverrides,
    // Tables, and tests, whose describe blocks are functions.
    {
      files: ["test/**", "scripts/**"],
      rules: {
        // The fakes count code points, as the platforms do, and read bodies that may hold anything.
        "typescript/no-misused-spread": "off",
        "typescript/no-base-to-string": "off",
        "max-lines-per-function": "off",
        "max-lines": ["error", { max: 600, skipBlankLines: true, skipComments: true }],
        "no-console": "off",
      },
    },
    { files: ["src/languages/*/**", "src/reference/**"], rules: { "max-lines": "off" } },
  ],
});
