// The whole ledger as text that another program adds up: hledger and ledger, or Beancount. They prove the adding up; that the right entries were
// posted is for the tie-out with Xero to prove.
import { z } from "zod";
import { read } from "#db/index.ts";
import { type Basis, bases } from "#db/vocabulary.ts";
import { beancountLedger } from "#lib/ledger/export/beancount.ts";
import { hledgerJournal } from "#lib/ledger/export/hledger-journal.ts";
import { type PostedLine, postedLines } from "#lib/ledger/export/queries.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { refuse } from "#lib/refusal.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { one } from "#lib/scope.ts";

export const ledgerFormats = ["hledger", "beancount"] as const;
type LedgerFormat = (typeof ledgerFormats)[number];

/** A file is made in memory. */
const mostLines = 500_000;
const mediaType = "text/plain;charset=utf-8";

export const exportLedger = operation({
  name: "ledger.export",
  describe: "The whole ledger on one basis as plain-text accounting, for hledger or Beancount to add up again.",
  needs: "journals:read",
  scope: one,
  effect: "read",
  input: z.strictObject({ tenantId: z.uuid(), format: z.enum(ledgerFormats), basis: z.enum(bases).default("accrual") }),
  output: z.file(),
  http: { method: "GET", path: "/tenants/{tenantId}/ledger", files: [mediaType] },
  example: { input: { tenantId: exampleOrganisation.id, format: "beancount", basis: "accrual" }, output: new File([], "ledger-accrual.beancount") },
  async run(scope, { format, basis }) {
    const { organisation, lines } = await read(scope, async (q) => {
      const organisation = await readOrganisation(q);
      return { organisation, lines: await postedLines(q, { basis, upToSequence: organisation.ledgerSequence }) };
    });
    if (lines.length > mostLines) return refuse("conflict", `A file of the ledger holds ${mostLines} lines at most, and there are more. Nothing was changed.`);
    return new File([written[format](lines, organisation)], nameOf(format, basis), { type: mediaType });
  },
});

const written: Record<LedgerFormat, (lines: readonly PostedLine[], organisation: Organisation) => string> = { hledger: hledgerJournal, beancount: beancountLedger };

function nameOf(format: LedgerFormat, basis: Basis): string {
  return `ledger-${basis}.${format === "hledger" ? "journal" : "beancount"}`;
}
