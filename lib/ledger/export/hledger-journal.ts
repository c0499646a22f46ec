// The ledger as plain-text accounting that hledger and ledger read: one transaction an entry, amounts exact and debit positive, accounts
// named class:type:id. Names and narrations of people stand in comments only, where nothing they contain can mean anything.
import type { PostedLine } from "#lib/ledger/export/queries.ts";
import { decimal } from "#lib/money.ts";

export function hledgerJournal(lines: readonly PostedLine[]): string {
  const entries = Map.groupBy(lines, ({ sequence }) => sequence);
  return [...entries.values()].map(transactionText).join("\n");
}

export function accountName({ class: accountClass, type, id }: PostedLine["account"]): string {
  return `${accountClass}:${type}:${id}`;
}

function transactionText(lines: readonly PostedLine[]): string {
  const [{ date, sequence, sourceType, narration } = { date: "", sequence: null, sourceType: "", narration: null }] = lines;
  const head = `${date} (${sequence}) ${sourceType}  ; ${inComment(narration ?? "")}`.trimEnd();
  return `${head}\n${lines.map(postingText).join("\n")}\n`;
}

function postingText({ account, debit, credit }: PostedLine): string {
  return `    ${accountName(account)}  ${decimal(debit - credit)}`;
}

/** A comment ends with its line, and "name: value" in one is a tag. */
function inComment(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").replaceAll(":", " ").slice(0, 200);
}
