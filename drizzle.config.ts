import { defineConfig } from "drizzle-kit";

const postgres = process.env.DIALECT === "postgres";

export default defineConfig({
  dialect: postgres ? "postgresql" : "sqlite",
  schema: postgres ? "./db/schema/postgres.ts" : "./db/schema/sqlite.ts",
  out: postgres ? "./db/migrations/postgres" : "./db/migrations/sqlite",
});
