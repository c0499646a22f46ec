// Somebody says what an account is about and where its cash stands, where the rules do not know. Key figures and cash flows made from then on
// follow; those made before stay as they are and are of earlier books.
import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { cashActivities, choosableTags } from "#db/vocabulary.ts";
import { accountSchema, toAccount } from "#lib/accounts/account.ts";
import { suitsClass } from "#lib/accounts/account-tag.ts";
import { exampleAccount } from "#lib/accounts/examples.ts";
import { type AccountRow, findAccount, saveChoice } from "#lib/accounts/queries.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import { operation } from "#lib/operation.ts";
import { namesOf } from "#lib/people/names.ts";
import { refuse } from "#lib/refusal.ts";
import { sectionOf } from "#lib/reports/sections.ts";
import { many, scopeOf } from "#lib/scope.ts";

/** Back to what type and name say. */
const byRule = "byRule";
const wishes = {
  tag: z.enum([...choosableTags, byRule], { error: `An account can be tagged ${choosableTags.join(", ")}, or ${byRule}.` }).optional(),
  activity: z.enum([...cashActivities, byRule], { error: `The cash of an account can stand under ${cashActivities.join(", ")}, or ${byRule}.` }).optional(),
};
type Wish = z.output<z.ZodObject<typeof wishes>>;
type Chosen = Pick<AccountRow, "chosenTag" | "chosenActivity">;

export const tagAccount = operation({
  name: "accounts.tag",
  describe: "Says what an account is about (`none`: nothing but its type) and under which activity its cash stands; `byRule` leaves it to type and name again. What is not named stays.",
  needs: "accounts:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional(), ...wishes }),
  output: accountSchema,
  http: { method: "PATCH", path: "/accounts/{id}" },
  example: {
    input: { id: exampleAccount.id, activity: "operating" },
    output: { ...exampleAccount, activityBy: "chosen", chosenBy: "Ada Wright", chosenAt: "2026-11-21T07:20:00.000Z" },
  },
  async run(scopes, { id, tenantId: _chosen, ...wish }) {
    const { tenantId } = (await readMany(scopes, (q) => findAccount(q, id))) ?? notThere();
    const scope = scopeOf(scopes, tenantId);
    const { userId } = scope;
    const chosenBy = (await namesOf([userId])).get(userId) ?? null;
    return transaction(scope, async (tx) => {
      const account = (await findAccount(tx, id)) ?? notThere();
      refuseUnfit(account, wish);
      const wanted = { chosenTag: chosen(wish.tag, account.chosenTag), chosenActivity: chosen(wish.activity, account.chosenActivity) };
      if (isSame(account, wanted)) return toAccount(account);
      await saveChoice(tx, id, { tag: wanted.chosenTag, activity: wanted.chosenActivity, userId, chosenBy, chosenAt: new Date() });
      await raiseDataVersion(tx);
      const tagged = (await findAccount(tx, id)) ?? notThere();
      await record(tx, "account.tagged", { actor: actorOf(scope), resource: { type: "Account", id }, details: { name: account.name, ...inWords("from", account), ...inWords("to", wanted) } });
      return toAccount(tagged);
    });
  },
});

function refuseUnfit(account: AccountRow, { tag, activity }: Wish): void {
  if (tag === undefined && activity === undefined) refuse("invalid", "Name a tag or an activity. Nothing was changed.");
  if (account.systemAccount !== null) refuse("conflict", `${account.name} is a system account: Xero itself says what it is for. Nothing was changed.`);
  if (activity !== undefined && sectionOf(account) === "bank") fault("activity", `${account.name} is a bank account, which is the cash itself and stands under no activity. Nothing was changed.`);
  if (tag === undefined || tag === byRule || tag === "none" || suitsClass(tag, account.class)) return;
  fault("tag", `${account.name} is of the class ${account.class}, which cannot be ${tag}. Nothing was changed.`);
}

function fault(field: keyof Wish, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/${field}`, detail }] });
}

function chosen<Word extends string>(wish: Word | typeof byRule | undefined, before: Word | null): Word | null {
  if (wish === undefined) return before;
  return wish === byRule ? null : wish;
}

function isSame(one: Chosen, other: Chosen): boolean {
  return one.chosenTag === other.chosenTag && one.chosenActivity === other.chosenActivity;
}

function inWords(side: "from" | "to", { chosenTag, chosenActivity }: Chosen): Record<string, string> {
  return { [`${side}Tag`]: chosenTag ?? byRule, [`${side}Activity`]: chosenActivity ?? byRule };
}

function notThere(): never {
  return refuse("notFound", "There is no such account, or it is not yours.");
}
