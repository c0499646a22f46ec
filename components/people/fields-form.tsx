"use client";

import { type ComponentProps, useActionState, useEffect, useRef } from "react";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** What became of a form: saved, or refused as a whole or field by field. `given` is what was typed, without passwords. */
export type FormAnswer = { saved?: string; refused?: string; faults?: Record<string, string>; given?: Record<string, string> } | undefined;
export type FormAction = (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;
type Attributes = Pick<ComponentProps<"input">, "type" | "autoComplete" | "required" | "autoFocus" | "defaultValue" | "maxLength">;
export type FormField = Attributes & { name: string; label: string; hint?: string };

type Props = { action: FormAction; fields: readonly FormField[]; submit: string; pending?: string; hidden?: Record<string, string> };

/** Fields and a button. What is wrong is said beside its field, what was typed stays, and all of it works without scripts. */
export function FieldsForm({ action, fields, submit, pending = "One moment …", hidden = {} }: Props) {
  const [answer, act] = useActionState(action, undefined);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (answer?.faults) form.current?.querySelector<HTMLInputElement>("[aria-invalid]")?.focus();
  }, [answer]);
  return (
    <form ref={form} action={act} noValidate className="flex flex-col gap-4">
      {answer?.refused && <Notice tone="error">{answer.refused}</Notice>}
      {answer?.saved && <Notice tone="success">{answer.saved}</Notice>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Field key={field.name} {...field} defaultValue={answer?.given?.[field.name] ?? field.defaultValue} error={answer?.faults?.[field.name]} />
      ))}
      <div>
        <SubmitButton variant="primary" pendingLabel={pending}>
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
