import type { Act } from "#components/ui/action-form.tsx";
import { RemoveDialog } from "#components/ui/remove-dialog.tsx";

export function RemoveDefinition({ name, action, hidden }: { name: string; action: Act; hidden: { tenantId: string; id: string } }) {
  return (
    <RemoveDialog id="remove-definition" title={`Remove ${name}?`} submit="Remove this report" action={action} hidden={hidden}>
      It is offered no more. Reports that were made of it stay as they are.
    </RemoveDialog>
  );
}
