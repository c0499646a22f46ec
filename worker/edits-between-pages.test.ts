// Somebody works in Xero while it is read: a document that was on the first page is edited before the second is asked for. It moves to the end
// of the list, everybody behind it moves up by one, Xero's count stays; nobody may be missing afterwards.
import { afterAll, beforeAll, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { read } from "#db/index.ts";
import { Transactions } from "#db/schema/index.ts";
import { systemRead } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { performJob } from "#lib/sync/perform-job.ts";
import { type CommitPage, together } from "#lib/sync/sync-context.ts";
import { documentsKept, documentsListed } from "./testing/listed-documents.ts";
import { runJobs } from "./testing/run-jobs.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./testing/stand-in.ts";
import { twoSeeds } from "./testing/synced-books.ts";

const pageSize = "200";
let database: TestDatabase;
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn("--page-size", pageSize, "--seeds", ...twoSeeds);
  pointAt(standIn, { XERO_PAGE_SIZE: pageSize });
  database = await freshDatabase();
}, 240_000);
afterAll(async () => {
  standIn.stop();
  await database.close();
});

test("a document edited between two pages costs no other one", async () => {
  const [tenantId = ""] = await connectAll(await someAdmin());
  let edited: string | undefined;
  const editAfterFirstPage: CommitPage = async (scope, writeRows, writeCursor) => {
    await together(scope, writeRows, writeCursor);
    if (scope.tenantId === tenantId) edited ??= await editOneThatIsKept(tenantId);
  };
  const [job] = await runJobs([tenantId], performJob(editAfterFirstPage));
  expect(job).toMatchObject({ status: "succeeded", error: null });
  expect(edited).toBeDefined();
  expect(await documentsKept(tenantId)).toEqual(await documentsListed(standIn, tenantId));
  const [row] = await read({ tenantId }, (q) => q.select().from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.xeroId, edited ?? ""))));
  expect(row?.reference).toBe("edited meanwhile");
}, 240_000);

/** Invoices are the first documents that are read: what is kept before there is anything else was on their first page. */
async function editOneThatIsKept(tenantId: string): Promise<string | undefined> {
  const [one] = await read({ tenantId }, (q) => q.select().from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.type, "INVOICE"))).limit(1));
  if (!one) return undefined;
  const organisation = await systemRead((q) => findOrganisationById(q, tenantId));
  const address = `${standIn.url}/stand-in/organisations/${organisation?.tenantId}/Invoices/${one.xeroId}`;
  const answer = await fetch(address, { method: "POST", body: JSON.stringify({ Reference: "edited meanwhile" }), headers: { "content-type": "application/json" } });
  expect(answer.status).toBe(200);
  return one.xeroId;
}
