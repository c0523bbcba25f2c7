import { defineConfig } from "drizzle-kit";

/** For `drizzle-kit generate`: migrations of the SQLite engine, made from its schema. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./adapters/store/sqlite/schema/index.ts",
  out: "./adapters/store/sqlite/migrations",
});
