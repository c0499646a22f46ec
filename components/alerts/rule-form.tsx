"use client";

import { useActionState } from "react";
import { sideWords } from "#lib/alerts/alert-words.ts";
import { AnsweredForm } from "#components/alerts/answered-form.tsx";
import type { FormAction } from "#components/people/fields-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Choice = { value: string; label: string };
type Props = { tenantId: string; kpis: readonly Choice[]; save: FormAction };

/** What is wrong is said beside its field, and what was chosen stays. */
export function RuleForm({ tenantId, kpis, save }: Props) {
  const [answer, act] = useActionState(save, undefined);
  const { given = {}, faults = {} } = answer ?? {};
  return (
    <AnsweredForm act={act} answer={answer} tenantId={tenantId}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <Select label="Key figure" name="kpi" choices={kpis} defaultValue={given.kpi} error={faults.kpi} />
        <Select label="Raised" name="side" choices={sides} defaultValue={given.side} error={faults.side} />
        <Field label="Threshold" name="threshold" inputMode="decimal" autoComplete="off" defaultValue={given.threshold} hint="In its unit: 20000 or 45.5" error={faults.threshold} />
        <Field label="Ends when back by" name="band" inputMode="decimal" autoComplete="off" defaultValue={given.band ?? "0"} hint="0: at the threshold" error={faults.band} />
      </div>
      <SubmitButton variant="primary" pendingLabel="Setting" className="mt-4">
        Set rule
      </SubmitButton>
    </AnsweredForm>
  );
}

const sides = (["below", "above"] as const).map((value) => ({ value, label: sideWords[value] }));
