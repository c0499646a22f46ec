// What the browser tests run against: for each database a production server with its worker, on an empty database, and a stand-in for
// Xero of its own. The tests know them by address only.
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { startPostgres } from "#db/testing/postgres-server.ts";
import { settingsAt } from "#lib/xero/settings-at.ts";
import { answering, type Running, start, stopAll } from "../processes.ts";

type Stands = { env: Record<string, string>; stop: () => Promise<void> };

const databases = ["sqlite", "postgres"] as const;
/** The five clients, and the books that are there to break layouts. */
const seeds = ["harakeke", "bramble", "stone-creek", "cedar-hollow", "pohutukawa", "hard-names", "huge-amounts", "one-account", "many-accounts"];
const firstPort = Number(process.env.E2E_PORT ?? 3910);

export async function startStands(): Promise<Stands> {
  const folder = mkdtempSync(join(tmpdir(), "daybook-e2e-"));
  const running: Running[] = [];
  const server = await startPostgres();
  const env: Record<string, string> = {};
  for (const [index, database] of databases.entries()) {
    const url = database === "sqlite" ? join(folder, "daybook.db") : await emptyDatabase(server.url);
    const [port, xero] = [firstPort + index * 2, firstPort + index * 2 + 1];
    const settings = settingsOf(url, port, `http://localhost:${xero}`);
    running.push(...(await startStand(database, settings, xero)));
    env[`E2E_${database.toUpperCase()}_URL`] = `http://localhost:${port}`;
    env[`E2E_${database.toUpperCase()}_XERO`] = `http://localhost:${xero}`;
    env[`E2E_${database.toUpperCase()}_LOG`] = logOf(database);
    // For the commands that somebody runs on the server's own machine.
    env[`E2E_${database.toUpperCase()}_ENV`] = JSON.stringify(settings);
  }
  return {
    env,
    async stop() {
      await stopAll(running);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startStand(database: string, settings: Record<string, string>, xeroPort: number): Promise<Running[]> {
  const standIn = start(`The stand-in (${database})`, ["sandbox/main.ts", "--port", String(xeroPort), "--limits", "off", "--seeds", ...seeds], {});
  await answering(`http://localhost:${xeroPort}/.well-known/openid-configuration`, standIn);
  const app = start(`Daybook (${database})`, ["scripts/start.ts"], settings);
  keepLog(app, database);
  await answering(`${settings.APP_URL}/api/health`, app, 120_000);
  return [app, standIn];
}

function settingsOf(databaseUrl: string, port: number, xero: string): Record<string, string> {
  return {
    PORT: String(port),
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATABASE_MIGRATION_URL: databaseUrl,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
    XERO_CLIENT_ID: "demo",
    XERO_CLIENT_SECRET: "demo",
    XERO_WEBHOOK_KEY: randomBytes(32).toString("base64"),
    ...settingsAt(xero),
    // The tests sync more often within a minute than anybody would.
    XERO_MINUTE_LIMIT: "10000",
    // Receivers of webhooks that the tests start on this machine.
    OUTBOUND_ALLOW: "127.0.0.0/8",
    LOG_LEVEL: "debug",
  };
}

async function emptyDatabase(administrator: string): Promise<string> {
  const client = postgres(administrator, { max: 1, onnotice: () => {} });
  const name = `daybook_e2e_${randomBytes(4).toString("hex")}`;
  await client.unsafe(`do $$ begin if not exists (select from pg_roles where rolname = 'daybook_owner') then create role daybook_owner login createrole createdb password 'daybook_owner'; end if; end $$`);
  await client.unsafe(`create database ${name} owner daybook_owner`);
  await client.end();
  const url = new URL(administrator);
  url.username = "daybook_owner";
  url.password = "daybook_owner";
  url.pathname = `/${name}`;
  return url.href;
}

function logOf(database: string): string {
  return join("test-results", `server-${database}.log`);
}

function keepLog({ child }: Running, database: string): void {
  mkdirSync("test-results", { recursive: true });
  const log = createWriteStream(logOf(database));
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
}
