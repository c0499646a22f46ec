import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { action: Act; tenantId: string };

export function ImportForm({ action, tenantId }: Props) {
  return (
    <ActionForm action={action} hidden={{ tenantId }} className="flex flex-col gap-4">
      <Field label="CSV file" name="file" type="file" accept=".csv,text/csv,.txt,.tsv" required className="[&_input]:py-2" hint="Account, then a column for each month (2026-04 or Apr 2026). Or the columns Account, Month and Amount." />
      <Field label="Name" name="name" maxLength={255} autoComplete="off" hint="Empty is the name of the file." />
      <p className="text-sm text-muted">Income and costs are both positive. An empty cell is a month without a budget. Everything is imported, or nothing.</p>
      <div>
        <SubmitButton variant="primary" pendingLabel="Importing">
          Import budget
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
