"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { say } from "#app/(signed-in)/said.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { disconnectOrganisation } from "#lib/organisations/disconnect.ts";
import { hideFirstSteps } from "#lib/organisations/first-steps.ts";
import { removeOrganisation } from "#lib/organisations/remove-organisation.ts";
import { startSync } from "#lib/sync/start-sync.ts";

export async function syncNow(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const scope = await scopeOfForm(organisation, form);
    await startSync.run(scope, { tenantId: scope.tenantId, mode: textOf(form, "mode") === "full" ? "full" : "incremental" });
    revalidatePath(`/o/${organisation}`);
  });
}

export async function cancelSync(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const scope = await scopeOfForm(organisation, form);
    await cancelJob.run([scope], { id: textOf(form, "id") });
    revalidatePath(`/o/${organisation}`);
  });
}

export async function disconnect(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await disconnectOrganisation(await scopeOfForm(organisation, form));
    await say("Disconnected. What was fetched stays here.");
    revalidatePath(`/o/${organisation}/settings`);
  });
}

export async function hideSteps(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await hideFirstSteps(await scopeOfForm(organisation, form));
    revalidatePath(`/o/${organisation}`);
  });
}

/** Afterwards there is no page to come back to. */
export async function remove(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  const caller = await requireCaller();
  return answer(async () => {
    const { tenantId } = await scopeOfForm(organisation, form);
    await removeOrganisation.call(caller, { tenantId, name: textOf(form, "name") });
    await say("The organisation is removed. Erasing what is kept of it may take a moment.");
    redirect("/organisations");
  });
}
