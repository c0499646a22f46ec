// Is every issued pack what its hash says? What was issued is composed again from its rows and hashed, one pack in memory at a time. That each report in
// it is what its own hash says is looked at by lib/reports/verify-reports.ts.
import { read } from "#db/index.ts";
import { contentHash } from "#lib/canonical.ts";
import { everyOrganisation } from "#lib/organisations/every-organisation.ts";
import { openPack } from "#lib/packs/open-pack.ts";
import { toPack } from "#lib/packs/pack.ts";
import { issuedPackIds } from "#lib/packs/queries.ts";
import { refuse } from "#lib/refusal.ts";

/** How many there are. Refusal "conflict" with a sentence that names the first that was changed. */
export async function verifyPacks(): Promise<number> {
  let packs = 0;
  for (const { id: tenantId, name } of await everyOrganisation()) {
    for (const { id } of await read({ tenantId }, issuedPackIds)) {
      await verifyPack(tenantId, name, id);
      packs += 1;
    }
  }
  return packs;
}

async function verifyPack(tenantId: string, organisation: string, id: string): Promise<void> {
  const opened = await read({ tenantId }, (q) => openPack(q, id));
  if (!opened || contentHash(toPack(opened).issued) === opened.pack.contentHash) return;
  refuse("conflict", `The pack "${opened.pack.name}" of ${organisation} (${id}) was changed after it was issued: its content is not what its hash says.`);
}
