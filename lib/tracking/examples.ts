import { exampleOrganisation } from "#lib/organisations/examples.ts";
import type { TrackingCategory } from "#lib/tracking/tracking.ts";

export const exampleTracking: TrackingCategory = {
  id: "01990000-0000-7000-8000-0000000000f1",
  tenantId: exampleOrganisation.id,
  xeroId: "2d6a1f0e-94a5-4d1c-8a3e-6f1c9d0b7e21",
  name: "Region",
  status: "ACTIVE",
  options: [{ id: "01990000-0000-7000-8000-0000000000f2", xeroId: "5b8e2c44-7f10-4c39-9d52-0a6b3e1f8c77", name: "Auckland", status: "ACTIVE" }],
};
