// The accounts that a report can be of, as a form offers them: by code, archived ones too, for they have a past.
import { read } from "#db/index.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { allows, type Scope } from "#lib/scope.ts";

/** None for who may not read accounts. */
export async function accountChoices(scope: Scope): Promise<{ value: string; label: string }[]> {
  if (!allows(scope, "accounts:read")) return [];
  const accounts = await read(scope, chartOfAccounts);
  return accounts.map(({ id, code, name }) => ({ value: id, label: code === null ? name : `${code} ${name}` }));
}
