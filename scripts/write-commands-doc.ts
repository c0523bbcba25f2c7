import { readFileSync, writeFileSync } from "node:fs";
import { commandsTable, registeredSpecs } from "./commands-table.ts";

const path = new URL("../docs/commands.md", import.meta.url);
const page = readFileSync(path, "utf8");
const [before = "", rest = ""] = page.split("<!-- table -->\n");
const [, after = ""] = rest.split("<!-- end of table -->\n");
const table = commandsTable(registeredSpecs());
writeFileSync(path, `${before}<!-- table -->\n${table}\n<!-- end of table -->\n${after}`);
