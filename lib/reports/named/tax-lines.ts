// The lines of a tax summary, sorted: sales and purchases by the document they are of, journals apart, each by its tax type; and what was coded to a
// tax account itself, which is no tax of anything but what was paid to the tax office, or moved by hand.
import { type Money, sum } from "#lib/money.ts";

export const taxSides = ["sales", "purchases", "adjustments"] as const;
export type TaxSide = (typeof taxSides)[number];

/** Debit less credit. Without a document the document's type is null. */
export type TaxSum = { accountId: string; taxType: string | null; isTax: boolean; documentType: string | null; net: Money };
/** Sums of one kind, and what their lines have in common. */
export type TaxHeap = { accounts: string[]; documentTypes: string[]; net: Money };
export type TaxOfType = { side: TaxSide; taxType: string | null; net: TaxHeap; tax: TaxHeap };
/** What was coded to a tax account: by spending and receiving money, by journals, by anything else. */
export type TaxLines = { byType: TaxOfType[]; paid: TaxHeap; byJournals: TaxHeap; byOthers: TaxHeap };

export function sortedTax(sums: readonly TaxSum[], taxAccounts: readonly string[]): TaxLines {
  const onAccount = (each: TaxSum) => taxAccounts.includes(each.accountId);
  const coded = sums.filter((each) => onAccount(each) && !each.isTax);
  const rest = sums.filter((each) => !coded.includes(each));
  const groups = [...Map.groupBy(rest, (each) => `${sideOf(each)} ${each.taxType ?? ""}`).values()];
  return {
    byType: groups.flatMap((own) => own.slice(0, 1).map((first) => ({ side: sideOf(first), taxType: first.taxType, net: heapOf(own.filter((each) => !onAccount(each))), tax: heapOf(own.filter(onAccount)) }))),
    paid: heapOf(coded.filter(({ documentType }) => isPayment(documentType))),
    byJournals: heapOf(coded.filter(({ documentType }) => documentType === null)),
    byOthers: heapOf(coded.filter(({ documentType }) => documentType !== null && !isPayment(documentType))),
  };
}

/** By Xero's type of the document: its own, or that of what settled it. */
function sideOf({ documentType }: TaxSum): TaxSide {
  if (documentType === null) return "adjustments";
  return /^(ACCREC|AR|RECEIVE)/.test(documentType) ? "sales" : "purchases";
}

/** Money spent on the tax account, or received on it. */
function isPayment(documentType: string | null): boolean {
  return documentType !== null && /^(SPEND|RECEIVE)/.test(documentType);
}

function heapOf(sums: readonly TaxSum[]): TaxHeap {
  return { accounts: [...new Set(sums.map(({ accountId }) => accountId))].toSorted(), documentTypes: [...new Set(sums.flatMap(({ documentType }) => documentType ?? []))].toSorted(), net: sum(sums.map(({ net }) => net)) };
}
