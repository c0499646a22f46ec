// What somebody reads who unpacks the zip by hand.
import type { Evidence } from "#lib/evidence/pack.ts";

export function readMe({ report, organisation }: Evidence): string {
  const { period, source } = report.data;
  return [
    `Evidence for "${report.name}" of ${organisation.name}, ${period.start ? `${period.start} to ` : "as at "}${period.end}.`,
    "",
    "report.json                  the stored report: every cell with the proof of it, and its hash",
    "ledger/entries.jsonl         every journal entry that the proofs reach, line by line, debit positive, in base currency",
    "ledger/accounts.json         the chart of accounts",
    "ledger/documents.jsonl       the documents that lines and proofs name, each with the hash of what Xero said of it",
    "ledger/trial-balance.json    the balance of each account, from the balances that are kept by month",
    "ledger/tracking.json         what the tracking sets say that lines carry, where some do: categories and options",
    "definitions.json             the version of the definitions, and the key figures where the report has some",
    "audit.json                   the audit's chain from the head that the report saw to the row of its making",
    "ads/                         general ledger, trial balance and open items in the form of the AICPA's Audit Data Standards",
    "manifest.json                size and SHA-256 of each file; signature.json is over it",
    "",
    "Check it with a copy of Daybook, without a network and without a database:",
    "",
    "    npm run verify -- pack.zip",
    "    npm run verify -- pack.zip --expect HASH",
    "",
    "The second holds it against a hash that somebody else told you, or that you noted when the report was made: it is printed beneath the report. docs/evidence.md says what this proves and what not.",
    `The ledger is as it was at sequence ${source.ledgerSequence}; the audit stood at ${source.auditHead ?? "nothing"}.`,
    "",
  ].join("\n");
}
