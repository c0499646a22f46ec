"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answer, scopeOfForm } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { changePack, commentOnPack, reorderPack, takeFromPack } from "#lib/packs/change-pack.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { issuePack } from "#lib/packs/issue-pack.ts";
import { reissuePack } from "#lib/packs/reissue-pack.ts";
import { removePack } from "#lib/packs/remove-pack.ts";
import type { Scope } from "#lib/scope.ts";

export async function makePack(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const scope = await scopeOfForm(organisation, form);
    const templateId = textOf(form, "templateId");
    const { id } = await createPack.run(scope, { tenantId: organisation, month: textOf(form, "month"), ...(templateId === "" ? {} : { templateId }) });
    redirect(`/o/${organisation}/reports/packs/${id}`);
  });
}

export async function saveCover(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return changed(organisation, form, (scope, id) => changePack.run([scope], { id, name: textOf(form, "name"), cover: textOf(form, "cover") }));
}

/** Of a row where the form names one. */
export async function saveCommentary(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  const row = textOf(form, "row");
  return changed(organisation, form, (scope, id) => commentOnPack.run([scope], { id, partId: textOf(form, "partId"), text: textOf(form, "text"), ...(row === "" ? {} : { row }) }));
}

export async function saveOrder(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return changed(organisation, form, (scope, id) => reorderPack.run([scope], { id, parts: textOf(form, "parts").split(" ") }));
}

export async function takeOut(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return changed(organisation, form, (scope, id) => takeFromPack.run([scope], { id, partId: textOf(form, "partId") }));
}

export async function issue(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return changed(organisation, form, (scope, id) => issuePack.run([scope], { id }));
}

export async function makePackAgain(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const { id } = await reissuePack.run([await scopeOfForm(organisation, form)], { id: textOf(form, "id") });
    revalidatePath(`/o/${organisation}/reports/packs`, "layout");
    redirect(`/o/${organisation}/reports/packs/${id}`);
  });
}

export async function remove(organisation: string, _previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await removePack.run([await scopeOfForm(organisation, form)], { id: textOf(form, "id") });
    redirect(`/o/${organisation}/reports/packs`);
  });
}

async function changed(organisation: string, form: FormData, work: (scope: Scope, id: string) => Promise<unknown>): Promise<Answer> {
  return answer(async () => {
    await work(await scopeOfForm(organisation, form), textOf(form, "id"));
    revalidatePath(`/o/${organisation}/reports/packs`, "layout");
  });
}
