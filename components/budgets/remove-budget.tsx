import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { name: string; remove: Act; hidden: { tenantId: string; id: string } };

export function RemoveBudget({ name, remove, hidden }: Props) {
  return (
    <Dialog id="remove-budget" trigger="Remove…" title={`Remove ${name}?`}>
      <p>Nothing can be held against it any more. Reports that were keep its months; the file it came from can be imported again.</p>
      <ActionForm action={remove} hidden={hidden} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id="remove-budget">Keep it</DialogClose>
          <SubmitButton variant="danger" pendingLabel="Removing">
            Remove this budget
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
