// The contact of the API reference.
import type { z } from "zod";
import type { contactSchema } from "#lib/contacts/contact.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";

export const exampleContact: z.input<typeof contactSchema> = {
  id: "01990000-0000-7000-8000-0000000000d1",
  tenantId: exampleOrganisation.id,
  xeroId: "bd2270c3-8706-4c11-9cfb-000b551c3f51",
  name: "Kauri & Sons",
  status: "ACTIVE",
  emailAddress: "accounts@kauri.example",
  isSupplier: false,
  isCustomer: true,
  defaultCurrency: null,
  xeroUpdatedAt: "2026-11-20T22:40:00.000Z",
  createdAt: "2026-11-21T07:11:00.000Z",
  updatedAt: "2026-11-21T07:11:00.000Z",
};
