import type { ReactNode } from "react";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = { id: string; title: string; submit: string; action: Act; hidden?: Record<string, string>; children: ReactNode };

/** Asks before something is removed; `children` say what goes with it and what stays. */
export function RemoveDialog({ id, title, submit, action, hidden = {}, children }: Props) {
  return (
    <Dialog id={id} trigger="Remove…" title={title}>
      <p>{children}</p>
      <ActionForm action={action} hidden={hidden} className="mt-5">
        <div className="flex flex-wrap gap-2">
          <DialogClose id={id}>Keep it</DialogClose>
          <SubmitButton variant="danger" pendingLabel="Removing">
            {submit}
          </SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
