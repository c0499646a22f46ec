// For tests: an empty, migrated database of the dialect that the running vitest project names, with the doors pointed at it.
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { inject } from "vitest";
import { type Dialect, dialectOf } from "./dialect.ts";
import { closeDatabase } from "./doors.ts";

export type TestDatabase = { url: string; dialect: Dialect; close: () => Promise<void> };

export async function freshDatabase(): Promise<TestDatabase> {
  const template = inject("databaseTemplate");
  await closeDatabase();
  const database = dialectOf(template) === "postgres" ? await copyOfTemplate(template) : copyOfFile(template);
  process.env.DATABASE_URL = database.url;
  return database;
}

/** Where a database may be made: no file yet, or a server's new and empty one. The doors stay where they are. */
export async function unusedDatabase(): Promise<Omit<TestDatabase, "dialect">> {
  const template = inject("databaseTemplate");
  if (dialectOf(template) === "postgres") return madeOnServer(template, "template1");
  const folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
  return { url: join(folder, "unused.db"), close: async () => rmSync(folder, { recursive: true, force: true }) };
}

function copyOfFile(template: string): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
  const url = join(folder, "daybook.db");
  copyFileSync(template, url);
  return {
    url,
    dialect: "sqlite",
    async close() {
      await closeDatabase();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function copyOfTemplate(template: string): Promise<TestDatabase> {
  const { url, close } = await madeOnServer(template, new URL(template).pathname.slice(1));
  return {
    url,
    dialect: "postgres",
    async close() {
      await closeDatabase();
      await close();
    },
  };
}

async function madeOnServer(template: string, source: string): Promise<Omit<TestDatabase, "dialect">> {
  const name = `test_${uuidv7().replaceAll("-", "")}`;
  await asAdministrator(template, `create database ${name} template ${source}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return { url: url.href, close: () => asAdministrator(template, `drop database ${name} with (force)`) };
}

async function asAdministrator(template: string, statement: string): Promise<void> {
  const url = new URL(template);
  url.pathname = "/postgres";
  const client = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    // A template that somebody is connected to cannot be copied; copies are made one after the other.
    await client`select pg_advisory_lock(72739002)`;
    await client.unsafe(statement);
  } finally {
    await client.end();
  }
}
