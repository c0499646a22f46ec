// Who owes what, by document and age, against one scan that adds up what was invoiced and takes off what was paid.
import { money } from "#lib/money.ts";
import { amountOf } from "./anchor.ts";
import { contest, type Metric } from "./measure.ts";
import { computed } from "./statements.ts";

/** Plain SQL with whatever index the database likes. */
const scan = `select d."contactId", sum(d."amount" - coalesce(p."paid", 0)) from "Transactions" d
  left join (select "targetXeroId", sum("amount") as "paid" from "Allocations" where "tenantId" = ?1 and "date" <= ?2 group by 1) p on p."targetXeroId" = d."xeroId"
  where d."tenantId" = ?1 and d."xeroType" = 'ACCREC' and d."status" in ('AUTHORISED', 'PAID') and d."date" <= ?2
  group by 1`;

export const agedReceivables: Metric = (stage) => {
  const { books: { scope, today }, anchor } = stage;
  return contest({
    metric: "aged receivables, by contact and document",
    goal: "≥ 5",
    anchor: () => anchor.rows(scan, scope.tenantId, today),
    ours: () => computed(stage, "AGED_RECEIVABLES", { asAt: today }),
    figures: (expected, found) => {
      const total = found.rows.find(({ id }) => id === "total:receivables")?.cells.find(({ column }) => column === "total");
      return [expected.reduce((sum, [, amount]) => sum + amountOf(amount), 0n), money(total?.value ?? "0")];
    },
  });
};
