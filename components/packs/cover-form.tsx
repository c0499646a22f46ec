import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

type Props = { action: Act; hidden: Record<string, string>; name: string; cover: string };

export function CoverForm({ action, hidden, name, cover }: Props) {
  return (
    <ActionForm action={action} hidden={hidden} className="flex flex-col gap-4">
      <Field label="Name" name="name" defaultValue={name} maxLength={150} required />
      <TextArea label="Words on the cover" name="cover" defaultValue={cover} maxLength={2_000} rows={3} />
      <div>
        <SubmitButton size="small" pendingLabel="Saving">
          Save the cover
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
