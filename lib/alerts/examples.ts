// The rule and the alert of the API reference: cash fell below what the board wants to have.
import type { Alert, AlertRule } from "#lib/alerts/alert.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";

const watched = { kpi: "cashAtBank", label: "Cash at bank", unit: "money", side: "below", threshold: "20000.00", band: "1000.00" } as const;
const reading = { figure: "18400.50", reportId: exampleStoredReport.id, cell: "kpi:cashAtBank|2026-10", asAt: "2026-10-31" };

export const exampleRule: AlertRule = { id: "01990000-0000-7000-8000-000000000a01", tenantId: exampleOrganisation.id, ...watched, setBy: "Ada Wright", setAt: "2026-11-20T21:05:00.000Z" };

export const exampleAlert: Alert = {
  id: "01990000-0000-7000-8000-000000000a02",
  tenantId: exampleOrganisation.id,
  facts: { kind: "figure", ...watched, currency: "NZD", raisedBy: reading, latest: reading },
  raisedAt: "2026-11-21T07:12:00.000Z",
  endedAt: null,
  ending: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
};
