import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { RemoveDialog } from "#components/ui/remove-dialog.tsx";
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
    <RemoveDialog id="remove-webhook" title="Remove this webhook?" submit="Remove this webhook" action={remove}>
      Nothing more is sent to it, not even what is on its way, and its secret is forgotten. What was sent cannot be looked up afterwards.
    </RemoveDialog>
  );
}
