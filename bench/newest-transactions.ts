// The hundred newest documents of an organisation, every column of them, by the bare query.
import type { Anchor } from "./anchor.ts";

const statement = `select "id", "amount", t.* from "Transactions" t where "tenantId" = ?1 order by "date" desc, "id" desc limit 100`;

/** Each begins with its id and its amount. */
export function newestTransactions(anchor: Anchor, tenantId: string): Promise<unknown[][]> {
  return anchor.rows(statement, tenantId);
}
