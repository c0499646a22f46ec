import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { RemoveDialog } from "#components/ui/remove-dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { name: string; action: Act; hidden: Record<string, string> };

export function IssuePack({ name, action, hidden }: Props) {
  return (
    <Dialog id="issue-pack" trigger="Issue…" variant="secondary" title={`Issue ${name}?`}>
      <p>From then on nothing in it changes, and its hash says what it was. Webhooks are told. What has to be said differently later goes into a pack made in its place.</p>
      <ActionForm action={action} hidden={hidden} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id="issue-pack">Not yet</DialogClose>
          <SubmitButton variant="primary" pendingLabel="Issuing">
            Issue this pack
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}

export function RemovePack({ name, action, hidden }: Props) {
  return (
    <RemoveDialog id="remove-pack" title={`Remove the draft ${name}?`} submit="Remove this draft" action={action} hidden={hidden}>
      What was said in it is gone. Its reports stay among the reports.
    </RemoveDialog>
  );
}
