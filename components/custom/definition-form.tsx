import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

type Props = { action: Act; tenantId: string; name: string; rows: string };

/** What a custom report is called, and its rows. */
export function DefinitionForm({ action, tenantId, name, rows }: Props) {
  return (
    <ActionForm action={action} hidden={{ tenantId }} className="flex flex-col gap-4">
      <Field label="Name" name="name" required maxLength={100} autoComplete="off" defaultValue={name} hint="The title of what is made of it. One of the same name is replaced." />
      <TextArea
        label="Rows"
        name="rows"
        required
        rows={14}
        maxLength={60_000}
        spellCheck={false}
        defaultValue={rows}
        className="[&_textarea]:font-mono [&_textarea]:text-sm"
        hint="A list in JSON, a row a line: heading, accounts (by codes, sections, types, tags …), kpi, formula. A formula names the ids of other rows, or measures of the dashboard."
      />
      <div>
        <SubmitButton variant="primary" pendingLabel="Saving">
          Save report
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
