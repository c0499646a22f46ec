// npm run bench: how fast Daybook is, in ratios. Each metric is measured against an anchor that does the same with nothing around it, both
// alternating in one run, on books made for it. Times never fail it; figures that differ from the anchor's do.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { postgresTemplate, sqliteTemplate } from "#db/testing/templates.ts";

const templates = { sqlite: sqliteTemplate, postgres: postgresTemplate };
const asked = process.env.BENCH_DATABASE || "both";
const dialects = (["sqlite", "postgres"] as const).filter((dialect) => asked === "both" || asked === dialect);

if (dialects.length === 0) throw new Error(`BENCH_DATABASE can be sqlite, postgres or both; it is "${asked}".`);
for (const dialect of dialects) {
  const { url, remove } = await templates[dialect]();
  const ended = await measured(url);
  await remove();
  if (ended !== 0) process.exitCode = 1;
}

/** The tables of a process are bound to one database, so each is measured by a process of its own. */
async function measured(url: string): Promise<unknown> {
  const settings = { APP_URL: "http://localhost:3000", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString("base64")}`, LOG_LEVEL: "error" };
  const child = spawn(process.execPath, ["bench/run.ts"], { stdio: "inherit", env: { ...process.env, ...settings, DATABASE_URL: url } });
  const [code] = await once(child, "exit");
  return code;
}
