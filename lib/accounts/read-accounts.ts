// Accounts, a list of them and one, over the organisations the caller may read them of.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { accountListing, accountSchema, toAccount } from "#lib/accounts/account.ts";
import { findAccount, listAccounts } from "#lib/accounts/queries.ts";
import { exampleAccount } from "#lib/accounts/examples.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { pageOf, pageSchema } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { wireText } from "#lib/wire-values.ts";

const place = z.strictObject({ code: wireText(50).nullable(), id: z.uuid() });

export const listStoredAccounts = operation({
  name: "accounts.list",
  describe: "The charts of accounts, by code; accounts without a code come last.",
  needs: "accounts:read",
  scope: many,
  effect: "read",
  input: accountListing,
  output: pageSchema(accountSchema),
  http: { method: "GET", path: "/accounts" },
  example: { input: {}, output: { data: [exampleAccount], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor, tenantId: _chosen, ...filter }) {
    const after = placeIn(place, cursor);
    const found = await readMany(scopes, (q) => listAccounts(q, filter, after, limit + 1));
    return pageOf(found.map(toAccount), limit, ({ code, id }) => cursorOf({ code, id }));
  },
});

export const getAccount = operation({
  name: "accounts.get",
  describe: "One account.",
  needs: "accounts:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: accountSchema,
  http: { method: "GET", path: "/accounts/{id}" },
  example: { input: { id: exampleAccount.id }, output: exampleAccount },
  run: async (scopes, { id }) => toAccount((await readMany(scopes, (q) => findAccount(q, id))) ?? refuse("notFound", "There is no such account, or it is not yours.")),
});
