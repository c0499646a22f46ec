// An empty, migrated database is made once a run and copied for each test file: as a file on SQLite, as a template on PostgreSQL.
import { rmSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { migrate } from "../migrate.ts";
import { startPostgres } from "./postgres-server.ts";

type Template = { url: string; remove: () => Promise<void> };

/** The owner is no superuser and has no BYPASSRLS: what a careful installation gives. */
const owner = "daybook_owner";
const name = "daybook_template";

export async function sqliteTemplate(): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
  const url = join(folder, "template.db");
  await migrate(url);
  return { url, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

export async function postgresTemplate(): Promise<Template> {
  const server = await startPostgres();
  const client = postgres(server.url, { max: 1, onnotice: () => {} });
  await client.unsafe(`do $$ begin if not exists (select from pg_roles where rolname = '${owner}') then create role ${owner} login createrole createdb password '${owner}'; end if; end $$`);
  await client.unsafe(`drop database if exists ${name} with (force)`);
  await client.unsafe(`create database ${name} owner ${owner}`);
  await client.end();
  const url = new URL(server.url);
  url.username = owner;
  url.password = owner;
  url.pathname = `/${name}`;
  await migrate(url.href);
  return { url: url.href, remove: server.stop };
}
