// Budgets, a list of them and one with its lines, over the organisations the caller may read them of.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { budgetSources } from "#db/vocabulary.ts";
import { budgetSchema, budgetWithLinesSchema, toBudget } from "#lib/budgets/budget.ts";
import { exampleBudget, exampleBudgetLines } from "#lib/budgets/examples.ts";
import { budgetLines, findBudget, listBudgets } from "#lib/budgets/queries.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { pageOf, pageSchema, paging } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { instantOfPlace } from "#lib/reports/cursor.ts";
import { many } from "#lib/scope.ts";

const place = z.strictObject({ createdAt: instantOfPlace, id: z.uuid() });

export const listStoredBudgets = operation({
  name: "budgets.list",
  describe: "Budgets, Xero's and own ones, newest first, without their lines.",
  needs: "budgets:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ ...paging, source: z.array(z.enum(budgetSources)).optional() }),
  output: pageSchema(budgetSchema),
  http: { method: "GET", path: "/budgets" },
  example: { input: {}, output: { data: [exampleBudget], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor, source }) {
    const after = placeIn(place, cursor);
    const found = await readMany(scopes, (q) => listBudgets(q, source, after && { ...after, createdAt: new Date(after.createdAt) }, limit + 1));
    return pageOf(found.map(toBudget), limit, ({ createdAt, id }) => cursorOf({ createdAt: createdAt.toISOString(), id }));
  },
});

export const getBudget = operation({
  name: "budgets.get",
  describe: "One budget with its lines, a line for each account and month that has a figure.",
  needs: "budgets:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: budgetWithLinesSchema,
  http: { method: "GET", path: "/budgets/{id}" },
  example: { input: { id: exampleBudget.id }, output: { ...exampleBudget, lines: exampleBudgetLines } },
  run: (scopes, { id }) =>
    readMany(scopes, async (q) => {
      const budget = toBudget((await findBudget(q, id)) ?? refuse("notFound", "There is no such budget, or it is not yours."));
      return { ...budget, lines: await budgetLines(q, id) };
    }),
});
