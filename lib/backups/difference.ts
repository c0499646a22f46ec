import type { Manifest } from "#lib/backups/manifest.ts";

type Facts = Manifest["facts"];

/** The first thing in which a restored database is not the one that was backed up, or does not balance; undefined when there is none. */
export function differenceIn(kept: Facts, found: Facts): string | undefined {
  const table = Object.keys({ ...kept.rows, ...found.rows }).find((name) => kept.rows[name] !== found.rows[name]);
  if (table !== undefined) return `${table} has ${found.rows[table] ?? "no"} rows in place of ${kept.rows[table] ?? "none"}`;
  const unbalanced = found.ledgers.find(({ debits, credits }) => debits !== credits);
  if (unbalanced) return `the ledger of ${unbalanced.organisation} has debits of ${unbalanced.debits} and credits of ${unbalanced.credits}`;
  if (!areSame(kept.ledgers, found.ledgers)) return "the ledger has other sums";
  if (!areSame(kept.auditHeads, found.auditHeads)) return "the audit ends elsewhere";
  if (!areSame(kept.reports, found.reports)) return "the stored reports have other hashes";
  return undefined;
}

function areSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
