// A pack made once more, of the books as they are now. A draft takes the new reports in; what is issued stays, and gets a successor: a draft with the same
// words and the new reports, found from it. There is one such draft at a time.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { read, type Transaction, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { requirePack, scopeOfPack, takeDraft } from "#lib/packs/draft.ts";
import { exampleIssuedPack, exampleSuccessor } from "#lib/packs/examples.ts";
import type { OpenPack, OpenPart } from "#lib/packs/open-pack.ts";
import { packSchema, toPack } from "#lib/packs/pack.ts";
import { insertPack, type NewPart, updatePart } from "#lib/packs/queries.ts";
import { namesOf } from "#lib/people/names.ts";
import { makeOnceMore } from "#lib/reports/reissue-report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { many, type Scope } from "#lib/scope.ts";

export const reissuePack = operation({
  name: "packs.reissue",
  describe: "Makes the reports of a pack once more, of the books as they are now. A draft takes them in. An issued pack stays; the answer is a draft in its place, with what was said carried over.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: packSchema,
  http: { method: "POST", path: "/packs/{id}/reissue", status: 201, location: "/packs/{id}" },
  example: { input: { id: exampleIssuedPack.id }, output: exampleSuccessor },
  async run(scopes, { id }) {
    const scope = await scopeOfPack(scopes, id);
    const { asked, draft } = await read(scope, (q) => draftFor(q, id));
    const fresh = await madeOnceMore(scope, (draft ?? asked).parts);
    const madeBy = (await namesOf([scope.userId])).get(scope.userId) ?? null;
    return transaction(scope, async (tx) => {
      const draftId = draft ? await renew(tx, draft.pack.id, fresh) : await succeed(tx, asked, fresh, { userId: scope.userId, madeBy });
      const made = toPack(await requirePack(tx, draftId));
      const { name, month, supersedesId } = made;
      await record(tx, "pack.drafted", { actor: actorOf(scope), resource: { type: "Pack", id: draftId }, details: { name, month, ...(supersedesId ? { supersedesId } : {}) } });
      return made;
    });
  },
});

/** The pack itself while it is a draft, or the draft that is in its place already. */
async function draftFor(q: Parameters<typeof requirePack>[0], id: string): Promise<{ asked: OpenPack; draft: OpenPack | null }> {
  const asked = await requirePack(q, id);
  const { status, successorId } = asked.pack;
  const latest = status === "issued" && successorId ? await requirePack(q, successorId) : asked;
  return { asked, draft: latest.pack.status === "draft" ? latest : null };
}

/** By the id of what each is made in the place of. */
type Fresh = ReadonlyMap<string, StoredReport>;

async function madeOnceMore(scope: Scope, parts: readonly OpenPart[]): Promise<Fresh> {
  const made = new Map<string, StoredReport>();
  for (const { report } of parts) if (!made.has(report.id)) made.set(report.id, await makeOnceMore(scope, report));
  return made;
}

/** What came into the draft meanwhile stays as it is. */
async function renew(tx: Transaction, draftId: string, fresh: Fresh): Promise<string> {
  const { parts } = await takeDraft(tx, draftId);
  for (const part of parts) {
    const { reportId, notes } = carriedOver(part, fresh);
    await updatePart(tx, part.id, { reportId, notes });
  }
  return draftId;
}

async function succeed(tx: Transaction, { pack, parts }: OpenPack, fresh: Fresh, maker: { userId: string; madeBy: string | null }): Promise<string> {
  const { id: supersedesId, name, month, cover, templateName } = pack;
  const id = uuidv7();
  await insertPack(tx, { id, supersedesId, name, month, cover, templateName, ...maker }, parts.map((part) => carriedOver(part, fresh)));
  return id;
}

/** A note goes with its row: what is said of a row that is there no more is said no more. */
function carriedOver({ report, commentary, notes }: OpenPart, fresh: Fresh): NewPart {
  const { id: reportId, data } = fresh.get(report.id) ?? report;
  return { reportId, commentary, notes: notes.filter(({ row }) => data.rows.some(({ id }) => id === row)) };
}
