import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { isActive: boolean; test: Act; switchOver: Act };

/** What one does with a webhook at once. */
export function WebhookActions({ isActive, test, switchOver }: Props) {
  return (
    <>
      {isActive && (
        <ActionForm action={test}>
          <SubmitButton variant="primary" size="small" pendingLabel="Sending">
            Send a test
          </SubmitButton>
        </ActionForm>
      )}
      <ActionForm key={String(isActive)} action={switchOver} hidden={{ isActive: isActive ? "false" : "true" }}>
        <SubmitButton size="small">{isActive ? "Switch off" : "Switch on"}</SubmitButton>
      </ActionForm>
    </>
  );
}

export function RemoveWebhook({ remove }: { remove: Act }) {
  return (
    <Dialog id="remove-webhook" trigger="Remove…" title="Remove this webhook?">
      <p>Nothing more is sent to it, not even what is on its way, and its secret is forgotten. What was sent cannot be looked up afterwards.</p>
      <ActionForm action={remove} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id="remove-webhook">Keep it</DialogClose>
          <SubmitButton variant="danger" pendingLabel="Removing">
            Remove this webhook
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
