// The account of the API reference.
import type { z } from "zod";
import type { accountSchema } from "#lib/accounts/account.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";

export const exampleAccount: z.input<typeof accountSchema> = {
  id: "01990000-0000-7000-8000-0000000000a1",
  tenantId: exampleOrganisation.id,
  xeroId: "e2bacdc6-2006-43c2-a5da-3c0e5f43b452",
  code: "200",
  name: "Sales",
  type: "REVENUE",
  class: "REVENUE",
  status: "ACTIVE",
  systemAccount: null,
  taxType: "OUTPUT2",
  currencyCode: null,
  bankAccountType: null,
  reportingCode: "REV.TRA.GOO",
  tag: null,
  tagBy: "type",
  activity: "operating",
  activityBy: "type",
  chosenBy: null,
  chosenAt: null,
  xeroUpdatedAt: "2026-11-20T22:40:00.000Z",
  createdAt: "2026-11-21T07:11:00.000Z",
  updatedAt: "2026-11-21T07:11:00.000Z",
};
