import type { Kpi } from "#lib/kpis/definition.ts";
import { kpisById } from "#lib/kpis/definitions.ts";
import { refuse } from "#lib/refusal.ts";

/** Refusal "invalid", at the field, where no definition has it. */
export function requireKpi(id: string): Kpi {
  const detail = `There is no key figure ${id}. GET /kpis lists them by name. Nothing was changed.`;
  return kpisById.get(id) ?? refuse("invalid", detail, { faults: [{ pointer: "/kpi", detail }] });
}
