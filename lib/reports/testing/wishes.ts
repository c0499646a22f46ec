import { layouts } from "#lib/reports/named/layouts.ts";
import { customType, type ReportableType, reportableTypes } from "#lib/reports/report-types.ts";

/** The least that has to be asked of everything that can be made. */
export const leastOrders: { name: string; type: ReportableType; parameters: Record<string, unknown> }[] = [
  ...reportableTypes.map((type) => ({ name: type, type, parameters: type === customType ? { title: "Ours", rows: [{ kind: "kpi", id: "netProfit" }] } : {} })),
  { name: "profit and loss by tracking", type: "PROFIT_LOSS", parameters: { columns: "tracking" } },
  ...layouts.map((layout) => ({ name: layout, type: "CUSTOM" as const, parameters: { layout } })),
];
