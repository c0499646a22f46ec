// Writing a custom report down, to be made again and again. It is understood before it is kept: accounts that nobody has and formulas that nobody can read
// are refused with the row and the character.
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { operation } from "#lib/operation.ts";
import { namesOf } from "#lib/people/names.ts";
import { refuse } from "#lib/refusal.ts";
import { understood } from "#lib/reports/custom/definition.ts";
import { nameSchema, rowsSchema, savedDefinitionSchema, toSavedDefinition } from "#lib/reports/custom/saved/definition.ts";
import { exampleDefinition, exampleRows } from "#lib/reports/custom/saved/examples.ts";
import { saveDefinition } from "#lib/reports/custom/saved/queries.ts";
import { one } from "#lib/scope.ts";

export const saveReportDefinition = operation({
  name: "reportDefinitions.save",
  describe: "Keeps the rows of a custom report under a name, in the place of those that had it. Reports that were made before keep theirs.",
  needs: "reports:write",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), name: nameSchema, rows: rowsSchema }),
  output: savedDefinitionSchema,
  http: { method: "POST", path: "/report-definitions" },
  example: { input: { tenantId: exampleDefinition.tenantId, name: exampleDefinition.name, rows: exampleRows }, output: exampleDefinition },
  async run(scope, { name, rows }) {
    const { userId } = scope;
    const savedBy = (await namesOf([userId])).get(userId) ?? null;
    return transaction(scope, async (tx) => {
      understood(rows, await chartOfAccounts(tx), "/rows");
      const saved = (await saveDefinition(tx, { name, rows, userId, savedBy })) ?? refuse("unavailable", "The report could not be kept. Try again.");
      await record(tx, "reportDefinition.saved", { actor: actorOf(scope), resource: { type: "ReportDefinition", id: saved.id }, details: { name, rows: rows.length } });
      return toSavedDefinition(saved);
    });
  },
});
