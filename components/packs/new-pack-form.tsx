import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

type Props = { action: Act; tenantId: string; month: string; templates: readonly { value: string; label: string }[]; templatesHref: string };

/** `month` is the one that is offered. */
export function NewPackForm({ action, tenantId, month, templates, templatesHref }: Props) {
  return (
    <ActionForm action={action} hidden={{ tenantId }} className="flex flex-col gap-4">
      <Field label="Month" name="month" type="month" defaultValue={month} pattern="\d{4}-\d{2}" hint="Year and month: 2026-10" required />
      <Select label="Template" name="templateId" choices={templates} hint={<TextLink href={templatesHref}>Your templates</TextLink>} />
      <div>
        <SubmitButton variant="primary" pendingLabel="Making its reports">
          Make the pack
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
