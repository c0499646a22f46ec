"use server";

import { revalidatePath } from "next/cache";
import { answer } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { textOf, textsOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { refuse } from "#lib/refusal.ts";
import { scopeOf } from "#lib/scope.ts";
import { startSync } from "#lib/sync/start-sync.ts";

/** A sync of each organisation that is chosen, or that the form names as all; each by the operation, which looks at the permission again. */
export async function syncChosen(_previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const { scopes } = await requireCaller();
    const chosen = textsOf(form, textOf(form, "which") === "all" ? "syncable" : "tenantId");
    if (chosen.length === 0) refuse("invalid", "Nothing is chosen. Tick the organisations to sync, or sync all.");
    const organisations = new Set(chosen);
    for (const tenantId of organisations) await startSync.run(scopeOf(scopes, tenantId), { tenantId });
    await say(organisations.size === 1 ? "A sync has begun." : `${organisations.size} syncs have begun.`);
    revalidatePath("/organisations");
  });
}
