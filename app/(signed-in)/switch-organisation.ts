"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { textOf } from "#app/form-answer.ts";
import { requireCaller } from "#app/session.ts";
import { activateOrganisation } from "#lib/organisations/activate.ts";
import { Refusal } from "#lib/refusal.ts";

/** Makes an organisation the active one and goes to the same section of it. */
export async function switchOrganisation(form: FormData): Promise<void> {
  await activate(textOf(form, "tenantId"));
  redirect(addressOf(textOf(form, "tenantId"), textOf(form, "section")));
}

/** Makes an organisation the one to land on, and stays. */
export async function makeActive(form: FormData): Promise<void> {
  await activate(textOf(form, "tenantId"));
}

async function activate(tenantId: string): Promise<void> {
  const caller = await requireCaller();
  try {
    await activateOrganisation(caller, tenantId);
  } catch (error) {
    if (error instanceof Refusal && error.reason === "notFound") notFound();
    throw error;
  }
  revalidatePath("/organisations");
}
