import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

export function RemoveTemplate({ name, action, hidden }: { name: string; action: Act; hidden: Record<string, string> }) {
  return (
    <Dialog id="remove-template" trigger="Remove…" title={`Remove the template ${name}?`}>
      <p>Packs that were made from it stay as they are.</p>
      <ActionForm action={action} hidden={hidden} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id="remove-template">Keep it</DialogClose>
          <SubmitButton variant="danger" pendingLabel="Removing">
            Remove this template
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
