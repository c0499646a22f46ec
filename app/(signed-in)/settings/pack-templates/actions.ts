"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answer } from "#app/(signed-in)/answer.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { changeTemplate, createTemplate, removeTemplate } from "#lib/packs/templates/own-templates.ts";
import { choicesOfForm } from "#lib/packs/templates/template-form.ts";

const page = "/settings/pack-templates";
/** More than a form of ours ever has. */
const mostRows = 40;

/** A new one where the form names none. */
export async function saveTemplate(_previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    const caller = await requireCaller();
    const id = textOf(form, "id");
    const rows = Math.min(Number(textOf(form, "rows")) || 0, mostRows);
    const said = { name: textOf(form, "name"), cover: textOf(form, "cover"), choices: choicesOfForm(rows, (name) => textOf(form, name)) };
    await (id === "" ? createTemplate.run(caller, said) : changeTemplate.run(caller, { id, ...said }));
    revalidatePath(page, "layout");
    redirect(page);
  });
}

export async function dropTemplate(_previous: Answer, form: FormData): Promise<Answer> {
  return answer(async () => {
    await removeTemplate.run(await requireCaller(), { id: textOf(form, "id") });
    revalidatePath(page, "layout");
    redirect(page);
  });
}
