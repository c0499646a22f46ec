// Keys keep company: a reference inside an organisation is (tenantId, otherId) → (tenantId, id), so that no row can point across
// organisations on either database.
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Kit } from "../dialect.ts";

type Keyed = { tenantId: PgColumn; id: PgColumn };

/** UNIQUE (tenantId, id): what references inside an organisation point at. */
export function referable(kit: Kit, table: string, t: Keyed) {
  return kit.unique(`${table}_tenantId_id_unique`).on(t.tenantId, t.id);
}

/** (tenantId, column) → target (tenantId, id). */
export function within(kit: Kit, table: string, t: { tenantId: PgColumn }, column: PgColumn, target: Keyed) {
  return kit.foreignKey({ name: `${table}_${column.name}_within`, columns: [t.tenantId, column], foreignColumns: [target.tenantId, target.id] });
}
