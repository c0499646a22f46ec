import type { TestProject } from "vitest/node";
import { postgresTemplate } from "./templates.ts";

const key = Symbol.for("daybook.test-postgres");
type Known = typeof globalThis & { [key]?: { template: ReturnType<typeof postgresTemplate>; users: number } };

/** One server for all projects on PostgreSQL, whose set-ups are modules of their own; the last to end stops it. */
export default async function setup({ provide }: TestProject) {
  const known: Known = globalThis;
  known[key] ??= { template: postgresTemplate(), users: 0 };
  const server = known[key];
  server.users += 1;
  const { url, remove } = await server.template;
  provide("databaseTemplate", url);
  return async () => {
    server.users -= 1;
    if (server.users === 0) await remove();
  };
}
