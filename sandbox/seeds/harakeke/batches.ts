// On the twentieth the firm pays its bills in one go: the bank statement shows a line for all of them. What is paid in another currency, or from
// another account, goes by itself.

import { isRecord } from "../../exact/json.ts";
import { type Documents, idFor, stamp, type Written } from "../written.ts";

export function paymentRuns({ Invoices = [], Payments = [] }: Documents): Documents {
  const local = new Set(Invoices.filter(({ CurrencyCode }) => CurrencyCode === "NZD").map(({ InvoiceID }) => InvoiceID));
  const runs = Map.groupBy(Payments.filter((payment) => payment["Reference"] === "Payment run" && local.has(paidBy(payment))), ({ Date: date }) => String(date));
  return { BatchPayments: [...runs].filter(([, payments]) => payments.length > 1).map(([date, payments]) => runOf(date, payments)) };
}

function runOf(date: string, payments: readonly Written[]): Written {
  const BatchPaymentID = idFor("harakeke", "payment run", date);
  return {
    ...{ BatchPaymentID, Type: "PAYBATCH", Status: "AUTHORISED", Date: date, Reference: "Payment run", Particulars: "Harakeke", Code: date.slice(2, 7).replace("-", "") },
    ...{ Payments: payments.map(({ PaymentID }) => ({ PaymentID })), UpdatedDateUTC: stamp(date, BatchPaymentID) },
  };
}

function paidBy({ Invoice }: Written): unknown {
  return isRecord(Invoice) ? Invoice["InvoiceID"] : undefined;
}
