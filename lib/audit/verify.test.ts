// Whoever can write to the database past every guard is found all the same.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { read, transaction } from "#db/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { daybook, visitor } from "#lib/audit/actor.ts";
import { chainHash, headInWords } from "#lib/audit/chain.ts";
import { type AuditRow, findHead } from "#lib/audit/queries.ts";
import { record } from "#lib/audit/record.ts";
import { type BackDoor, chainOf, makeOrganisation, openBackDoor } from "#lib/audit/testing/queries.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { contentHash } from "#lib/canonical.ts";
import { home, makePerson, stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
let backDoor: BackDoor;
let tenantId: string;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  const person = await makePerson("mere@example.com");
  tenantId = await makeOrganisation("Kauri & Sons");
  for (const name of ["March", "April", "May"]) {
    const resource = { type: "Report", id: uuidv7() };
    await transaction({ tenantId }, (tx) => record(tx, "report.created", { actor: visitor(person, home), resource, details: { name }, correlationId: uuidv7() }));
    await systemTransaction((tx) => record(tx, "auth.signedIn", { actor: visitor(person, home), resource, details: { name }, correlationId: uuidv7() }));
  }
  backDoor = await openBackDoor(database);
  await backDoor.run(`create table "SavedLogs" as select * from "AuditLogs"`, `create table "SavedChains" as select * from "AuditChains"`);
});
beforeEach(() => tamper(`delete from "AuditChains"`, `insert into "AuditChains" select * from "SavedChains"`));
afterAll(async () => {
  await backDoor.close();
  await database.close();
});

/** Of a chain that comes after the others. */
const other = "ffffffff-ffff-7fff-8fff-ffffffffffff";
const changes: Record<string, string> = {
  id: `'${other}'`,
  action: "'other'",
  details: `'{"name":"June"}'`,
  ipAddress: "'192.0.2.1'",
  userAgent: "null",
  actorId: `'${other}'`,
  actorType: "'system'",
  category: "'other'",
  severity: "'warning'",
  status: "'denied'",
  resourceType: "null",
  resourceId: "'other'",
  correlationId: "null",
  prevHash: "'other'",
  hash: "'other'",
};

test("a chain as it was written passes, and its rows are counted", async () => {
  expect(await verifyAudit()).toEqual({ chains: 2, rows: 6, reports: 0 });
});

describe.each(["organisation", "installation"])("in the chain of the %s", (whose) => {
  const isIn = () => (whose === "organisation" ? `"organisationId" = '${tenantId}'` : `"organisationId" is null`);
  const name = whose === "organisation" ? "Kauri & Sons" : "the installation";

  test("any field that is changed in any row is found, and the row named", async () => {
    const moment = database.dialect === "sqlite" ? "0" : "'2020-01-01T00:00:00Z'";
    for (const [column, value] of Object.entries({ ...changes, createdAt: moment })) {
      for (const sequence of [1, 2, 3]) {
        await tamper(`update "AuditLogs" set "${column}" = ${value} where ${isIn()} and "sequence" = ${sequence}`);
        expect(await found(), `${column} of row ${sequence}`).toMatch(new RegExp(`^The audit of ${name} is broken. Row ${sequence} `));
      }
    }
    await tamper();
    expect(await found()).toBeUndefined();
  });

  test.each([
    [1, "Row 1 is missing: the chain begins with row 2."],
    [2, "Row 2 is missing: after row 1 comes row 3."],
    [3, "Row 3 is missing: the chain ended at row 3."],
  ])("row %i is missed when it is deleted", async (sequence, sentence) => {
    await tamper(`delete from "AuditLogs" where ${isIn()} and "sequence" = ${sequence}`);
    expect(await found()).toBe(`The audit of ${name} is broken. ${sentence}`);
  });

  test("all rows deleted are missed, and a head that is gone is as well", async () => {
    await tamper(`delete from "AuditLogs" where ${isIn()}`);
    expect(await found()).toContain("Row 1 is missing: the chain ended at row 3.");
  });

  test("a head that was removed is missed", async () => {
    await tamper(`delete from "AuditChains"`);
    expect(await found()).toContain("the head of the chain was removed");
  });

  test.each([1, 2, 3, 4])("a row put in as number %i is found", async (place) => {
    const rows = await chainOf(whose === "organisation" ? tenantId : null);
    const before = rows[place - 2];
    const pattern = rows[0] ?? missing();
    const said = { ...pattern, id: uuidv7(), sequence: place, createdAt: before?.createdAt ?? pattern.createdAt };
    const forged = { ...said, prevHash: before?.hash ?? null, hash: chainHash(before?.hash ?? null, said) };
    await tamper(...[3, 2, 1].filter((sequence) => sequence >= place).map((sequence) => `update "AuditLogs" set "sequence" = ${sequence + 1} where ${isIn()} and "sequence" = ${sequence}`), insertion(forged));
    const sentence = place === 4 ? "Row 4 was put in: the chain ends at row 3." : `Row ${place + 1} (${pattern.action}, `;
    expect(await found()).toContain(sentence);
  });
});

test("two rows that change places are found", async () => {
  await tamper(...[[1, 9], [2, 1], [9, 2]].map(([from, to]) => `update "AuditLogs" set "sequence" = ${to} where "organisationId" = '${tenantId}' and "sequence" = ${from}`));
  expect(await found()).toContain("Row 1 (");
});

test("a row moved to another organisation is missed in the first", async () => {
  await tamper(`update "AuditLogs" set "organisationId" = '${other}' where "organisationId" = '${tenantId}' and "sequence" = 3`);
  expect(await found()).toContain("Row 3 is missing");
});

describe("a tail written again with all its hashes", () => {
  test("passes by itself, and is found against a report that was issued before", async () => {
    const issued = await report();
    await transaction({ tenantId }, (tx) => record(tx, "sync.succeeded", { actor: daybook }));
    expect(await found(issued)).toBeUndefined();
    await rewriteFrom(2);
    expect(await found()).toBeUndefined();
    expect(await found(issued)).toMatch(/^The audit of Kauri & Sons is broken\. Row 3 \(report\.created, .*is not the one that the report "A report" saw: the chain was written again since\.$/);
  });

  test("and one that was cut short, head and all, lacks the row that a report saw", async () => {
    const issued = await report();
    const [, second] = await chainOf(tenantId);
    await tamper(`delete from "AuditLogs" where "organisationId" = '${tenantId}' and "sequence" = 3`, `update "AuditChains" set "sequence" = 2, "headHash" = '${second?.hash}' where "id" = '${tenantId}'`);
    expect(await found()).toBeUndefined();
    expect(await found(issued)).toContain('Row 3 is missing, which the report "A report" saw.');
  });

  test("the report itself cannot be changed to agree", async () => {
    const issued = await report();
    const head = headInWords({ sequence: 1, hash: (await chainOf(tenantId))[0]?.hash ?? "" });
    expect(await found({ ...issued, data: { ...issued.data, source: { auditHead: head } } })).toContain("was changed after it was issued");
    expect(await found({ hello: "world" })).toContain("is no stored report");
  });
});

/** The rows as they were written, and then these changes. */
function tamper(...statements: string[]): Promise<void> {
  return backDoor.run(`delete from "AuditLogs"`, `insert into "AuditLogs" select * from "SavedLogs"`, ...statements);
}

/** The sentence of the first fault; undefined when there is none. */
function found(...reports: unknown[]): Promise<string | undefined> {
  return verifyAudit(reports).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** A report of now, as the API would give it. */
async function report() {
  const head = await read({ tenantId }, findHead);
  const data = { tenant: { id: tenantId, name: "Kauri & Sons" }, source: { auditHead: head ? headInWords(head) : null }, rows: [] };
  return { id: uuidv7(), name: "A report", contentHash: contentHash(data), data };
}

async function rewriteFrom(first: number): Promise<void> {
  const rows = await chainOf(tenantId);
  let prevHash = rows[first - 2]?.hash ?? null;
  for (const row of rows.filter(({ sequence }) => sequence >= first)) {
    const said = { ...row, details: { name: "Nothing to see" } };
    const hash = chainHash(prevHash, said);
    await backDoor.run(`update "AuditLogs" set "details" = '${JSON.stringify(said.details)}', "prevHash" = ${literal(prevHash)}, "hash" = '${hash}' where "id" = '${row.id}'`);
    prevHash = hash;
  }
  await backDoor.run(`update "AuditChains" set "headHash" = ${literal(prevHash)} where "id" = '${tenantId}'`);
}

function insertion(row: AuditRow): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  return `insert into "AuditLogs" (${columns.join(", ")}) values (${Object.values(row).map(literal).join(", ")})`;
}

function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "number") return String(value);
  if (value instanceof Date) return database.dialect === "sqlite" ? String(value.getTime()) : `'${value.toISOString()}'`;
  return typeof value === "string" ? `'${value}'` : `'${JSON.stringify(value)}'`;
}

function missing(): never {
  throw new Error("There is no row.");
}
