import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { organisation: string; sendsMail: boolean; isMailed: boolean; choose: Act };

/** Whether the reader gets alerts by e-mail, and the way to have it otherwise. Where none is sent there is nothing to choose, but to stop what was chosen. */
export function AlertMail({ organisation, sendsMail, isMailed, choose }: Props) {
  if (!sendsMail && !isMailed) return null;
  const says = !sendsMail ? "You asked for them by e-mail, and Daybook sends none at present." : isMailed ? "You get them by e-mail, at the address you sign in with." : "They can come to you by e-mail as well.";
  return (
    <ActionForm action={choose} hidden={{ tenantId: organisation, wanted: String(!isMailed) }} className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <p>{says}</p>
      <SubmitButton size="small">{isMailed ? "Stop sending me e-mail" : "Send me e-mail"}</SubmitButton>
    </ActionForm>
  );
}
