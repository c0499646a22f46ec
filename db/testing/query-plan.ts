// How a database means to answer a question, after it has looked at its tables: the plan of the very statement that the product would send,
// in the same scope and under the same net.
import Database from "better-sqlite3";
import postgres from "postgres";
import { fileOf } from "../configuration.ts";
import { netForReader } from "../scope-net.ts";
import type { TestDatabase } from "../testing.ts";

type Statement = { sql: string; params: unknown[] };
export type Planner = { planOf: (statement: Statement) => Promise<string>; close: () => Promise<void> };

/** Analyses the database and opens it for plans in the scope of one organisation; without one, of the system doors. */
export function openPlanner({ dialect, url }: TestDatabase, tenantId: string | null): Promise<Planner> {
  return dialect === "sqlite" ? sqlitePlanner(fileOf(url), tenantId) : postgresPlanner(url, tenantId);
}

async function sqlitePlanner(file: string, tenantId: string | null): Promise<Planner> {
  const database = new Database(file);
  database.exec("analyze");
  netForReader(database).reach({ tenantIds: tenantId === null ? [] : [tenantId], system: tenantId === null });
  return {
    async planOf({ sql, params }) {
      const steps = database.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...params);
      return steps.map(({ detail }) => detail).join("\n");
    },
    async close() {
      database.close();
    },
  };
}

async function postgresPlanner(url: string, tenantId: string | null): Promise<Planner> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await client`analyze`;
  await client`set role daybook_app`;
  if (tenantId === null) await client`select set_config('app.scope', 'system', false)`;
  else await client`select set_config('app.tenants', ${tenantId}, false)`;
  return {
    async planOf({ sql, params }) {
      // The driver takes any text for false.
      const values = params.map((value) => (typeof value === "boolean" ? value : String(value)));
      const steps = await client.unsafe(`explain ${sql}`, values);
      return steps.map((step) => String(step["QUERY PLAN"])).join("\n");
    },
    close: () => client.end(),
  };
}
