import type { Act } from "#components/ui/action-form.tsx";
import { RemoveDialog } from "#components/ui/remove-dialog.tsx";

type Props = { name: string; remove: Act; hidden: { tenantId: string; id: string } };

export function RemoveBudget({ name, remove, hidden }: Props) {
  return (
    <RemoveDialog id="remove-budget" title={`Remove ${name}?`} submit="Remove this budget" action={remove} hidden={hidden}>
      Nothing can be held against it any more. Reports that were keep its months; the file it came from can be imported again.
    </RemoveDialog>
  );
}
