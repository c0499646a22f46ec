"use client";

import { useActionState } from "react";
import { AnsweredForm } from "#components/alerts/answered-form.tsx";
import type { FormAction } from "#components/people/fields-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { tenantId: string; kpis: readonly { value: string; label: string }[]; save: FormAction };

/** Whoever empties the field takes the target away. */
export function TargetForm({ tenantId, kpis, save }: Props) {
  const [answer, act] = useActionState(save, undefined);
  const { given = {}, faults = {} } = answer ?? {};
  return (
    <AnsweredForm act={act} answer={answer} tenantId={tenantId}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Key figure with a target" name="kpi" choices={kpis} defaultValue={given.kpi} error={faults.kpi} />
        <Field label="Target" name="value" inputMode="decimal" autoComplete="off" defaultValue={given.value} hint="In its unit. Empty takes it away." error={faults.value} />
      </div>
      <SubmitButton pendingLabel="Setting" className="mt-4">
        Set target
      </SubmitButton>
    </AnsweredForm>
  );
}
