// Issuing a pack: from then on neither it nor what is said in it changes, here or in the database, and its hash says what it was.
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { contentHash } from "#lib/canonical.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { operation } from "#lib/operation.ts";
import { requirePack, scopeOfPack, takeDraft } from "#lib/packs/draft.ts";
import { exampleIssuedPack, examplePack } from "#lib/packs/examples.ts";
import { toIssuedPack } from "#lib/packs/issued-pack.ts";
import { packSchema, toPack } from "#lib/packs/pack.ts";
import { updatePack } from "#lib/packs/queries.ts";
import { namesOf } from "#lib/people/names.ts";
import { many } from "#lib/scope.ts";

export const issuePack = operation({
  name: "packs.issue",
  describe: "Issues a draft: it stays as it is from then on, under the hash of its words, its order and the hashes of its reports. Webhooks are told by pack.issued.",
  needs: "packs:issue",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: packSchema,
  http: { method: "POST", path: "/packs/{id}/issue" },
  example: { input: { id: examplePack.id }, output: exampleIssuedPack },
  async run(scopes, { id }) {
    const scope = await scopeOfPack(scopes, id);
    const { userId } = scope;
    const issuedBy = (await namesOf([userId])).get(userId) ?? null;
    return transaction(scope, async (tx) => {
      const { pack, parts } = await takeDraft(tx, id);
      const issuedAt = new Date();
      const hash = contentHash(toIssuedPack({ ...pack, issuedBy, issuedAt }, parts));
      await updatePack(tx, id, { status: "issued", issuedById: userId, issuedBy, issuedAt, contentHash: hash });
      const issued = toPack(await requirePack(tx, id));
      const { name, month, supersedesId } = pack;
      await recordEvent(tx, tx.tenantId, { type: "pack.issued", data: { id, name, month, issuedAt: issuedAt.toISOString(), issuedBy, contentHash: hash, supersedesId, reports: parts.map(({ report }) => report.id) } });
      await record(tx, "pack.issued", { actor: actorOf(scope), resource: { type: "Pack", id }, details: { name, month, contentHash: hash } });
      return issued;
    });
  },
});
