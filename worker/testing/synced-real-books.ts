// For tests: the real books (their files say where they come from), served by the stand-in and synced whole into a fresh database, with
// Xero's journals as the ledger or without them. Where the files are not beside the checkout, tests are skipped and say so.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshDatabase } from "#db/testing.ts";
import type { Job } from "#lib/jobs/job.ts";
import type { Caller } from "#lib/scope.ts";
import { runJobs } from "./run-jobs.ts";
import { connectAll, pointAt, someAdmin, startStandIn } from "./stand-in.ts";

export const realBooksFolder = "../shared/finance/real-books";
export const haveRealBooks = existsSync(join(realBooksFolder, "expected-cells.csv"));
/** For the end of a test's name. */
export const skippedWithout = haveRealBooks ? "" : ` (skipped: ${realBooksFolder} is not here)`;

const readScopes = "openid profile email offline_access accounting.settings.read accounting.contacts.read accounting.invoices.read accounting.payments.read accounting.banktransactions.read accounting.manualjournals.read accounting.budgets.read accounting.reports.trialbalance.read";

export type SyncedRealBooks = { admin: Caller; tenantId: string; job: Job | undefined; close: () => Promise<void> };

export async function syncedRealBooks(journals: "on" | "off"): Promise<SyncedRealBooks> {
  const folder = mkdtempSync(join(tmpdir(), "daybook-books-"));
  const file = join(folder, "real.json");
  execFileSync(process.execPath, ["sandbox/real-books.ts", realBooksFolder, file]);
  const standIn = await startStandIn("--books", file, "--journals", journals, "--today", "2021-03-31");
  pointAt(standIn, journals === "on" ? { XERO_SCOPES: `${readScopes} accounting.journals.read` } : {});
  const database = await freshDatabase();
  const admin = await someAdmin();
  const [tenantId = ""] = await connectAll(admin);
  const [job] = await runJobs([tenantId]);
  return {
    admin,
    tenantId,
    job,
    async close() {
      standIn.stop();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
