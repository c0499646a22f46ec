// An own budget: imported from a CSV file, whole or not at all, and never changed afterwards. Who wants another one imports another one.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { budgetSchema, toBudget } from "#lib/budgets/budget.ts";
import { exampleBudget, exampleBudgetFile } from "#lib/budgets/examples.ts";
import { readBudgetFile } from "#lib/budgets/file/read-file.ts";
import { findBudget, hasBudgetNamed, insertBudget } from "#lib/budgets/queries.ts";
import { contentHash } from "#lib/canonical.ts";
import { sha256 } from "#lib/crypto.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import { decimal } from "#lib/money.ts";
import { operation } from "#lib/operation.ts";
import { namesOf } from "#lib/people/names.ts";
import { refuse } from "#lib/refusal.ts";
import { one } from "#lib/scope.ts";

/** What a request to the API can carry. */
export const longestFile = 90_000;

export const importBudget = operation({
  name: "budgets.import",
  describe: "Imports a budget from the text of a CSV file: a column a month, or a row for each account and month. Everything is kept, or nothing; every fault is listed with its line and column.",
  needs: "budgets:write",
  scope: one,
  effect: "write",
  input: z.strictObject({
    tenantId: z.uuid(),
    name: z.string().trim().min(1, "Give the budget a name.").max(255),
    fileName: z.string().trim().min(1).max(255).optional(),
    content: z.string().max(longestFile, `A file may have ${longestFile} characters at most. Nothing was imported.`),
  }),
  output: budgetSchema,
  http: { method: "POST", path: "/budgets", status: 201, location: "/budgets/{id}" },
  example: { input: { tenantId: exampleBudget.tenantId, name: exampleBudget.name, fileName: "board-2027.csv", content: exampleBudgetFile }, output: exampleBudget },
  async run(scope, { name, fileName = null, content }) {
    const { userId } = scope;
    const importedBy = (await namesOf([userId])).get(userId) ?? null;
    return transaction(scope, async (tx) => {
      if (await hasBudgetNamed(tx, name)) refuse("conflict", `There is an imported budget called “${name}” already. Remove it, or give this one another name; nothing was imported.`);
      const lines = readBudgetFile(content, await chartOfAccounts(tx));
      const [id, fileHash] = [uuidv7(), sha256(content)];
      const said = { name, lines: lines.map(({ amount, ...line }) => ({ ...line, amount: decimal(amount) })) };
      await insertBudget(tx, { id, source: "file", name, type: "OVERALL", userId, importedBy, fileName, fileHash, contentHash: contentHash(said) }, lines);
      await raiseDataVersion(tx);
      const made = (await findBudget(tx, id)) ?? refuse("unavailable", "The budget could not be stored; nothing was imported. Try again.");
      await record(tx, "budget.imported", { actor: actorOf(scope), resource: { type: "Budget", id }, details: { name, fileName, fileHash, lines: lines.length } });
      return toBudget(made);
    });
  },
});
