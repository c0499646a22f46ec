// A figure that is a heap of documents: the largest are kept one by one, the others together, so that a stored report stays small and its
// figure still adds up.
import { largestOf } from "#lib/kpis/largest.ts";
import { decimal, type Money, sum } from "#lib/money.ts";
import type { Proof } from "#lib/reports/report.ts";

/** What it is called is asked of the few that are kept. */
export type DocumentAmount = { id: string; label: () => string; amount: Money };

const fewKept = 5;

/** `kept` is how many are kept one by one. */
export function documentsFigure(documents: readonly DocumentAmount[], shows: "count" | "amount", kept: number = fewKept): { value: string; unit: "count" | "money"; proof: Proof } {
  const proof = proofOf(documents, kept);
  if (shows === "count") return { value: String(documents.length), unit: "count", proof };
  return { value: decimal(sum(documents.map(({ amount }) => amount))), unit: "money", proof };
}

function proofOf(documents: readonly DocumentAmount[], kept: number): Proof {
  const [largest, others] = largestOf(documents, ({ amount }) => amount, kept);
  return {
    kind: "documents",
    largest: largest.map(({ id, label, amount }) => ({ id, label: label(), amount: decimal(amount) })),
    others: { count: others.length, amount: decimal(sum(others.map(({ amount }) => amount))) },
  };
}
