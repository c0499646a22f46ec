import { sideWords } from "#components/alerts/alert-words.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Choice = { value: string; label: string };
type Props = { tenantId: string; kpis: readonly Choice[]; save: Act };

export function RuleForm({ tenantId, kpis, save }: Props) {
  return (
    <ActionForm action={save} hidden={{ tenantId }}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr]">
        <Select label="Key figure" name="kpi" choices={kpis} />
        <Select label="Raised" name="side" choices={sides} />
        <Field label="Threshold" name="threshold" inputMode="decimal" autoComplete="off" required hint="In its unit: 20000 or 45.5" />
        <Field label="Ends when back by" name="band" inputMode="decimal" autoComplete="off" defaultValue="0" hint="0: at the threshold" />
      </div>
      <SubmitButton variant="primary" pendingLabel="Setting" className="mt-4">
        Set rule
      </SubmitButton>
    </ActionForm>
  );
}

/** Whoever empties the field takes the target away. */
export function TargetForm({ tenantId, kpis, save }: Props) {
  return (
    <ActionForm action={save} hidden={{ tenantId }}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Key figure with a target" name="kpi" choices={kpis} />
        <Field label="Target" name="value" inputMode="decimal" autoComplete="off" hint="In its unit. Empty takes it away." />
      </div>
      <SubmitButton pendingLabel="Setting" className="mt-4">
        Set target
      </SubmitButton>
    </ActionForm>
  );
}

const sides = (["below", "above"] as const).map((value) => ({ value, label: sideWords[value] }));
