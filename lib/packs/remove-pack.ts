// Removing a draft. Its reports stay, as all stored reports do; what is issued cannot be removed.
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { scopeOfPack, takeDraft } from "#lib/packs/draft.ts";
import { exampleSuccessor } from "#lib/packs/examples.ts";
import { deletePack } from "#lib/packs/queries.ts";
import { many } from "#lib/scope.ts";

export const removePack = operation({
  name: "packs.delete",
  describe: "Removes a draft with what was said in it. Its reports stay; an issued pack cannot be removed.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  http: { method: "DELETE", path: "/packs/{id}" },
  example: { input: { id: exampleSuccessor.id }, output: { id: exampleSuccessor.id, removed: true } },
  async run(scopes, { id }) {
    const scope = await scopeOfPack(scopes, id);
    await transaction(scope, async (tx) => {
      const { pack } = await takeDraft(tx, id);
      await deletePack(tx, id);
      await record(tx, "pack.removed", { actor: actorOf(scope), resource: { type: "Pack", id }, details: { name: pack.name, month: pack.month } });
    });
    return { id, removed: true as const };
  },
});
