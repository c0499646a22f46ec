// What must hold in the books of an organisation, and whether it did when it was last checked.
import { z } from "zod";
import { read } from "#db/index.ts";
import { bases, invariants } from "#db/vocabulary.ts";
import { invariantWords } from "#lib/invariants/invariant-words.ts";
import { type CheckRow, findChecks } from "#lib/invariants/queries.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { one } from "#lib/scope.ts";

const amount = z.string();

/** `one` and `other` must be equal, but for what is `allowed`. */
const checkSchema = z.strictObject({
  invariant: z.enum(invariants),
  says: z.string(),
  basis: z.enum(bases),
  holds: z.boolean(),
  asAt: z.string(),
  one: amount,
  other: amount,
  allowed: amount,
  checkedAt: z.iso.datetime(),
  ledgerSequence: z.int(),
});

export type LedgerCheck = z.output<typeof checkSchema>;

export const listInvariants = operation({
  name: "invariants.list",
  describe: "What must hold in the books of an organisation whatever is posted to them, each as it was last checked after a sync. Empty before the first.",
  needs: "journals:read",
  scope: one,
  effect: "read",
  input: z.strictObject({ tenantId: z.uuid() }),
  output: z.strictObject({ data: z.array(checkSchema) }),
  http: { method: "GET", path: "/tenants/{tenantId}/invariants" },
  example: {
    input: { tenantId: exampleOrganisation.id },
    output: {
      data: [
        {
          invariant: "netAssetsEqualEquity",
          says: invariantWords.netAssetsEqualEquity.says,
          basis: "accrual",
          holds: true,
          asAt: "2026-11-30",
          one: "31850.00",
          other: "31850.00",
          allowed: "0.00",
          checkedAt: "2026-11-21T07:12:00.000Z",
          ledgerSequence: 412,
        },
      ],
    },
  },
  run: async (scope) => ({ data: (await read(scope, findChecks)).toSorted(inOrder).map(toCheck) }),
});

/** By basis, and within it as they are listed. */
function inOrder(check: CheckRow, another: CheckRow): number {
  return bases.indexOf(check.basis) - bases.indexOf(another.basis) || invariants.indexOf(check.invariant) - invariants.indexOf(another.invariant);
}

function toCheck({ invariant, basis, holds, asAt, one: left, other, allowed, checkedAt, ledgerSequence }: CheckRow): LedgerCheck {
  return { invariant, says: invariantWords[invariant].says, basis, holds, asAt, one: left, other, allowed, checkedAt: checkedAt.toISOString(), ledgerSequence };
}
