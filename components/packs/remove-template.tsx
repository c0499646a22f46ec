import type { Act } from "#components/ui/action-form.tsx";
import { RemoveDialog } from "#components/ui/remove-dialog.tsx";

export function RemoveTemplate({ name, action, hidden }: { name: string; action: Act; hidden: Record<string, string> }) {
  return (
    <RemoveDialog id="remove-template" title={`Remove the template ${name}?`} submit="Remove this template" action={action} hidden={hidden}>
      Packs that were made from it stay as they are.
    </RemoveDialog>
  );
}
