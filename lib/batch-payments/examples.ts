// The batch payment of the API reference: two bills paid in one go.
import type { z } from "zod";
import type { batchPaymentSchema, wholeBatchPaymentSchema } from "#lib/batch-payments/batch-payment.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";

export const exampleBatchPayment: z.input<typeof batchPaymentSchema> = {
  id: "01990000-0000-7000-8000-0000000000b7",
  tenantId: exampleOrganisation.id,
  xeroId: "d0e9bbbf-5b8a-48b6-906a-035591fcb061",
  type: "PAYBATCH",
  status: "AUTHORISED",
  date: "2026-11-20",
  amount: "161.00",
  currencyCode: "NZD",
  bankAccountId: null,
  reference: "Payment run",
  statementText: "Kauri, 2611",
  isReconciled: true,
  xeroUpdatedAt: "2026-11-20T01:00:00.000Z",
  createdAt: "2026-11-21T07:11:30.000Z",
  updatedAt: "2026-11-21T07:11:30.000Z",
};

const paid = { date: "2026-11-20", currencyCode: "NZD", status: "AUTHORISED" };

export const exampleWholeBatchPayment: z.input<typeof wholeBatchPaymentSchema> = {
  ...exampleBatchPayment,
  payments: [
    { id: "01990000-0000-7000-8000-0000000000e5", number: "FP-881", contactName: "Fern Printing", amount: "115.00", ...paid },
    { id: "01990000-0000-7000-8000-0000000000e6", number: "RS-12", contactName: "Rātā Supplies", amount: "46.00", ...paid },
  ],
};
