// For tests: organisations to write about, what was written, and somebody who can change the database behind everybody's back.
import Database from "better-sqlite3";
import { and, asc, eq, isNull } from "drizzle-orm";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { AuditLogs, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import type { TestDatabase } from "#db/testing.ts";
import type { AuditRow } from "#lib/audit/queries.ts";

export async function makeOrganisation(name: string, members: readonly string[] = []): Promise<string> {
  const id = uuidv7();
  await systemTransaction(async (tx) => {
    await tx.insert(XeroTenants).values({ id, tenantId: uuidv7(), tenantName: name, tenantType: "Organization" });
    for (const userId of members) await tx.insert(UserTenants).values({ userId, tenantId: id });
  });
  return id;
}

/** The chain of an organisation, or of the installation for null. */
export function chainOf(organisationId: string | null, action?: string): Promise<AuditRow[]> {
  const whose = organisationId === null ? isNull(AuditLogs.organisationId) : eq(AuditLogs.organisationId, organisationId);
  return systemRead((q) => q.select().from(AuditLogs).where(and(whose, action ? eq(AuditLogs.action, action) : undefined)).orderBy(asc(AuditLogs.sequence)));
}

/** So many rows of a past year, in no chain. */
export async function addAuditRows(organisationId: string | null, count: number): Promise<void> {
  const plain = { organisationId, tenantId: organisationId, actorType: "system", action: "sync.succeeded", category: "sync", severity: "info", status: "success", hash: "" } as const;
  const rows = Array.from({ length: count }, (_, index) => ({ ...plain, sequence: index + 1, createdAt: new Date(Date.UTC(2026, 0, 1, index)) }));
  await systemTransaction(async (tx) => {
    for (let first = 0; first < count; first += 500) await tx.insert(AuditLogs).values(rows.slice(first, first + 500));
  });
}

export type BackDoor = { run: (...statements: string[]) => Promise<void>; close: () => Promise<void> };

/** As the owner of the database, with its guards taken away. */
export async function openBackDoor({ dialect, url }: TestDatabase): Promise<BackDoor> {
  return dialect === "sqlite" ? backDoorOfFile(url) : backDoorOfServer(url);
}

function backDoorOfFile(url: string): BackDoor {
  const file = new Database(url, { timeout: 5_000 });
  file.pragma("foreign_keys = ON");
  for (const trigger of ["AuditLogs_kept", "AuditLogs_not_deleted", "AuditChains_kept", "AuditChains_not_deleted"]) file.exec(`drop trigger "${trigger}"`);
  return {
    async run(...statements) {
      for (const statement of statements) file.exec(statement);
    },
    async close() {
      file.close();
    },
  };
}

async function backDoorOfServer(url: string): Promise<BackDoor> {
  const owner = postgres(url, { max: 1, onnotice: () => {} });
  await owner`select set_config('app.scope', 'system', false)`;
  for (const table of ["AuditLogs", "AuditChains"]) await owner.unsafe(`alter table "${table}" disable trigger user`);
  return {
    async run(...statements) {
      for (const statement of statements) await owner.unsafe(statement);
    },
    close: () => owner.end(),
  };
}
