import { noteDenial } from "#app/denied.ts";
import { textOf } from "#app/form-answer.ts";
import { requireScope } from "#app/session.ts";
import type { Answer } from "#components/ui/action-form.tsx";
import { asRefusal } from "#lib/problem.ts";
import { type Refusal, refuse } from "#lib/refusal.ts";
import type { Scope } from "#lib/scope.ts";

/** Does what a form asks for; a refusal becomes the sentence beneath the form, a bug goes on to the error page. */
export async function answer(work: () => Promise<unknown>): Promise<Answer> {
  try {
    await work();
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    await noteDenial(refusal);
    return { refused: sentenceOf(refusal) };
  }
}

/** What is wrong with single fields is said together, for the form has one place to say it, unless the refusal says it already. */
function sentenceOf({ message, faults }: Refusal): string {
  const details = [...new Set(faults.map(({ detail }) => detail))];
  return details.some((detail) => message.includes(detail)) ? message : details.join(" ") || message;
}

/** The scope of a form on a page of an organisation. Two tabs on two clients: a form acts on the organisation of its page, or not at all. */
export async function scopeOfForm(organisation: string, form: FormData): Promise<Scope> {
  if (textOf(form, "tenantId") !== organisation) refuse("conflict", "This form is of another organisation than its page. Nothing was changed; load the page again.");
  return requireScope(organisation);
}
