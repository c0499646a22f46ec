import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

export function RemoveDefinition({ name, action, hidden }: { name: string; action: Act; hidden: { tenantId: string; id: string } }) {
  return (
    <Dialog id="remove-definition" trigger="Remove…" title={`Remove ${name}?`}>
      <p>It is offered no more. Reports that were made of it stay as they are.</p>
      <ActionForm action={action} hidden={hidden} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id="remove-definition">Keep it</DialogClose>
          <SubmitButton variant="danger" pendingLabel="Removing">
            Remove this report
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
