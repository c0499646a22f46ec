// Where tax goes: to the one tax account, except tax on imports, which has its own, and tax that cannot be claimed, which stays with the
// account of its line. A reverse charge posts both its sides to the same account and so nothing.
import type { Books, DocumentLine } from "#lib/ledger/posting/document.ts";
import { type Money, portion } from "#lib/money.ts";

export const taxAccounts = ["GST", "GSTONIMPORTS"];

export function taxAccountOf(taxType: string | null, books: Books): string | undefined {
  const imports = taxType === "GSTONIMPORTS" ? books.system.get("GSTONIMPORTS") : undefined;
  return imports ?? books.system.get("GST");
}

export function isTaxAccount(accountId: string, books: Books): boolean {
  return taxAccounts.some((name) => books.system.get(name) === accountId);
}

/** Sentences about tax whose rates are not known, once for each type. */
export function unknownTaxTypes(lines: readonly DocumentLine[], { taxTypes }: Books): string[] {
  const unknown = new Set(lines.flatMap(({ taxType, taxAmount }) => (taxType === null || taxAmount === 0n || taxTypes.has(taxType) ? [] : [taxType])));
  return [...unknown].map((taxType) => `The tax type ${taxType} is not among Xero's tax rates as they were last fetched: all of its tax is taken as tax that can be claimed, until its rate is known.`);
}

/** The part of a tax amount that nobody gives back. */
export function notRecoverableTax(tax: Money, taxType: string | null, books: Books): Money {
  const share = taxType === null ? undefined : books.notRecoverable.get(taxType);
  return share === undefined || share.whole === 0n ? 0n : portion(tax, share.part, share.whole);
}
