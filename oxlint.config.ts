import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type OxlintOverride } from "oxlint";

const packageFile = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as {
  dependencies: Record<string, string>;
};

/**
 * The layers of src/, lowest first. A file may import from its own layer's folder and from lower
 * layers only; layers on one line are peers and do not know each other. docs/decisions/0001-layout.md.
 */
const layers: readonly (readonly string[])[] = [
  ["errors", "clock", "log", "measures", "rate"],
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
  ["main", "cli"],
];

/** Third-party packages: they stand under adapters/ only. Of these, layers may use the few that are named. */
const sdks = Object.keys(packageFile.dependencies).filter(
  (name) => !["zod", "@fluent/bundle", "commander"].includes(name),
);
const sdkBan = {
  group: sdks.flatMap((name) => [name, `${name}/*`]),
  message: "SDKs stand under adapters/ only.",
};
const adapterBan = { group: ["**/adapters/**"], message: "Only main and cli import adapters." };

/** What a layer may not import: its peers and everything above it. */
function bansFor(name: string, level: number): { group: string[]; message: string }[] {
  const above = layers.slice(level + 1).flat();
  const peers = level === 0 ? [] : (layers[level] ?? []).filter((peer) => peer !== name);
  const group = [...above, ...peers].flatMap((layer) => [
    ...["../", "../../", "../../../", "./"].map((way) => `${way}${layer}/**`),
    ...["../", "../../", "../../../"].map((way) => `${way}${layer}.ts`),
  ]);
  return [{ group, message: `src/${name} may not import a higher or a peer layer.` }];
}

const isTop = (level: number): boolean => level === layers.length - 1;

const srcOverrides: OxlintOverride[] = layers.flatMap((row, level) =>
  row.flatMap((name): OxlintOverride[] => {
    const bans = isTop(level) ? [] : [...bansFor(name, level), adapterBan];
    // A file at the top of src reaches the layers above it by ./NAME.ts.
    const beside = {
      group: layers
        .slice(level + 1)
        .flat()
        .map((layer) => `./${layer}.ts`),
      message: "A layer may not import a higher one.",
    };
    return [
      {
        files: [`src/${name}/**`],
        rules: { "no-restricted-imports": ["error", { patterns: [...bans, sdkBan] }] },
      },
      {
        files: [`src/${name}.ts`],
        rules: {
          "no-restricted-imports": [
            "error",
            { patterns: [...bans, ...(isTop(level) ? [] : [beside]), sdkBan] },
          ],
        },
      },
    ];
  }),
);

const foldersIn = (path: string): string[] =>
  readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const adapterFolders = foldersIn("adapters/");
/** Folders of several adapters of one kind, with what their index files put together. */
const kinds = ["chat", "source", "store"];
/** What adapters may know of src: ports and what stands before them. */
const hiddenLayers = ["config", ...layers.slice(3).flat()];
const stageBan = {
  group: hiddenLayers.flatMap((layer) => [`**/src/${layer}/**`, `**/src/${layer}.ts`]),
  message: "Adapters import ports and what stands before them.",
};

/** An adapter's files may not import the folders given, however deep they stand. */
function adapterOverride(files: string, others: readonly string[]): OxlintOverride {
  const group = others.flatMap((other) => ["../", "../../", "../../../"].map((way) => `${way}${other}/**`));
  const siblings = { group, message: "Adapters do not import one another." };
  return {
    files: [files],
    rules: {
      "no-restricted-imports": ["error", { patterns: [...(group.length > 0 ? [siblings] : []), stageBan] }],
    },
  };
}

/** Adapters do not know one another: neither those of other kinds nor, within a kind, their siblings. */
const adapterOverrides: OxlintOverride[] = adapterFolders.flatMap((folder) => {
  const others = adapterFolders.filter((other) => other !== folder);
  const own = kinds.includes(folder) ? foldersIn(`adapters/${folder}/`) : [];
  return [
    adapterOverride(`adapters/${folder}/**`, others),
    ...own.map((name) =>
      adapterOverride(`adapters/${folder}/${name}/**`, [
        ...others,
        ...own.filter((sibling) => sibling !== name),
      ]),
    ),
  ];
});

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
    // Messages go to worker threads, which have no origin.
    "unicorn/require-post-message-target-origin": "off",
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
