// A form's way through an action: its fields in, a sentence or the faults beside their fields out. A bug goes on to the error page.
import type { FormAnswer } from "#components/people/fields-form.tsx";
import { asRefusal } from "#lib/problem.ts";
import type { Refusal } from "#lib/refusal.ts";

/** The text of one field; empty when the form has none of that name. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Every text of a field that may be given several times. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}

/** The sentence for each field; that of a choice in a list belongs to the list. */
export function faultsOf({ faults }: Refusal): Record<string, string> {
  return Object.fromEntries(faults.map(({ pointer, detail }) => [pointer.split("/")[1] ?? "", detail]));
}

/** `work` answers with what to say when it is done, or leads elsewhere. */
export async function answerForm(given: Record<string, string>, work: () => Promise<string>): Promise<FormAnswer> {
  try {
    return { saved: await work() };
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !/password/i.test(name)));
    return refusal.faults.length > 0 ? { faults: faultsOf(refusal), given: kept } : { refused: refusal.message, given: kept };
  }
}
