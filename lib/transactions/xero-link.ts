// Where a document opens in Xero itself, in the right organisation.
type XeroDocument = { type: string; xeroType: string; xeroId: string };

/** Null without the organisation's short code, or for a kind of document that has no page of its own there. */
export function xeroLink(shortCode: string | null, { type, xeroType, xeroId }: XeroDocument): string | null {
  const path = pages.get(xeroType) ?? pages.get(type);
  if (shortCode === null || path === undefined) return null;
  const code = encodeURIComponent(shortCode);
  const page = `${path}${encodeURIComponent(xeroId)}`;
  return path.startsWith("/app") ? `https://go.xero.com/app/${code}${page.slice(4)}` : `https://go.xero.com/organisationlogin/default.aspx?shortcode=${code}&redirecturl=${page}`;
}

const pages = new Map([
  ["INVOICE", "/app/invoicing/view/"],
  ["BILL", "/app/bills/view/"],
  ["CREDIT_NOTE", "/AccountsReceivable/ViewCreditNote.aspx?creditNoteID="],
  ["ACCPAYCREDIT", "/AccountsPayable/ViewCreditNote.aspx?creditNoteID="],
  ["SPEND", "/Bank/ViewTransaction.aspx?bankTransactionID="],
  ["RECEIVE", "/Bank/ViewTransaction.aspx?bankTransactionID="],
  ["TRANSFER", "/Bank/ViewTransaction.aspx?bankTransactionID="],
  ["PAYMENT", "/Bank/ViewTransaction.aspx?bankTransactionID="],
  ["MANUAL_JOURNAL", "/Journal/View.aspx?invoiceID="],
]);
