// The part of the audit that a pack carries: each row's hash is of what it says, they follow the head that the report saw, and the last one is the
// making of this report with this hash.
import { chainHash, headIn } from "#lib/audit/chain.ts";
import type { Evidence } from "#lib/evidence/pack.ts";

export function auditFaults({ report, audit: { head, rows } }: Evidence): string[] {
  if (head !== report.data.source.auditHead) return ["The head of the audit in the pack is not the one that the report prints."];
  const made = rows.at(-1);
  if (!made) return [];
  const before = head === null ? undefined : headIn(head);
  const links = rows.flatMap((row, index) => {
    const [sequence, prevHash] = index === 0 ? [before?.sequence ?? 0, before?.hash ?? null] : [rows[index - 1]?.sequence ?? 0, rows[index - 1]?.hash ?? null];
    return [...(row.sequence === sequence + 1 && row.prevHash === prevHash ? [] : [`Row ${row.sequence} of the audit does not follow the one before it.`]), ...(isOwnHash(row) ? [] : [`Row ${row.sequence} of the audit was changed: its hash is not of what it says.`])];
  });
  const isOfThis = made.action === "report.created" && made.resourceId === report.id && made.details?.["contentHash"] === report.contentHash;
  return isOfThis ? links : [...links, `The audit says that another report was made: row ${made.sequence} does not name this one with its hash.`];
}

function isOwnHash({ prevHash, hash, createdAt, ...said }: Evidence["audit"]["rows"][number]): boolean {
  return chainHash(prevHash, { ...said, createdAt: new Date(createdAt) }) === hash;
}
