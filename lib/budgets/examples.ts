// The budget of the API reference.
import type { z } from "zod";
import { exampleAccount } from "#lib/accounts/examples.ts";
import type { budgetSchema } from "#lib/budgets/budget.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";

export const exampleBudget: z.input<typeof budgetSchema> = {
  id: "01990000-0000-7000-8000-0000000000ba",
  tenantId: exampleOrganisation.id,
  source: "file",
  xeroId: null,
  name: "Board budget 2027",
  type: "OVERALL",
  tracking: null,
  userId: "01990000-0000-7000-8000-0000000000c1",
  importedBy: "Aroha Ngata",
  fileName: "board-2027.csv",
  fileHash: "6c1f0e7ab2f5d1c84e0b9a37d2c6f5180e4d7b9a3c2f1e0d5b8a7c6f4e3d2b10",
  firstMonth: "2026-10",
  lastMonth: "2026-11",
  accounts: 1,
  contentHash: "9b3c2f1e0d5b8a7c6f4e3d2b106c1f0e7ab2f5d1c84e0b9a37d2c6f5180e4d7b",
  xeroUpdatedAt: null,
  createdAt: "2026-11-21T07:20:00.000Z",
  updatedAt: "2026-11-21T07:20:00.000Z",
};

const { id: accountId, code: accountCode, name: accountName } = exampleAccount;

export const exampleBudgetLines = [
  { accountId, accountCode, accountName, month: "2026-10", amount: "120.00", note: null, lineNumber: 2 },
  { accountId, accountCode, accountName, month: "2026-11", amount: "125.00", note: null, lineNumber: 2 },
];

export const exampleBudgetFile = "Account,2026-10,Nov 2026\n200,120.00,125.00\n";
