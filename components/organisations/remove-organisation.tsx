import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  tenantId: string;
  name: string;
  /** From the stand-in for Xero, not from Xero. */
  isDemo: boolean;
  /** Gets `tenantId` and `name`. */
  remove: Act;
};

/** The one thing here that cannot be taken back, so the name is asked for. Without a script. */
export function RemoveOrganisation({ tenantId, name, isDemo, remove }: Props) {
  return (
    <Card
      title={isDemo ? "Remove this demo organisation" : "Remove this organisation"}
      description={isDemo ? "It came from the stand-in for Xero; removed, it makes room for your own." : "And everything that Daybook keeps of it. In Xero nothing changes."}
      className="mt-6"
    >
      <Dialog id="remove-organisation" trigger="Remove…" title={`Remove ${name} and erase everything?`}>
        <p>
          Its documents, ledger, reports, jobs and webhooks are erased for all its members, at once and for good. Only the audit stays, and a backup is the only way
          back. To stop reading {name} from Xero and keep what is here, disconnect it instead.
        </p>
        <ActionForm action={remove} hidden={{ tenantId }} className="mt-4">
          <Field name="name" label={<>Write its name: {name}</>} autoComplete="off" maxLength={255} className="mb-5" />
          <div className="flex flex-wrap gap-2">
            <DialogClose id="remove-organisation">Keep it</DialogClose>
            <SubmitButton variant="danger" pendingLabel="Removing …">
              Remove it and erase everything
            </SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </Card>
  );
}
