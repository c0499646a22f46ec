import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
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

/** Asked twice, without a script. */
export function RemoveWebhook({ remove }: { remove: Act }) {
  return (
    <details>
      <summary className={buttonClasses({ variant: "danger", size: "small" })}>Remove…</summary>
      <p className="mt-4 max-w-prose">Nothing more is sent to it, not even what is on its way, and its secret is forgotten. What was sent cannot be looked up afterwards.</p>
      <ActionForm action={remove} className="mt-4">
        <SubmitButton variant="danger" pendingLabel="Removing">
          Remove this webhook
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
