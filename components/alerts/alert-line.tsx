import Link from "next/link";
import { alertDetail, alertTitle } from "#lib/alerts/alert-words.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Alert } from "#lib/alerts/alert.ts";

type Props = { alert: Alert; href: string | null; acknowledge: Act | undefined };

/** What an alert says, where it can be looked at, and a button for who has seen it. */
export function AlertLine({ alert, href, acknowledge }: Props) {
  const title = alertTitle(alert);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        {href === null ? (
          <span className="figures font-medium">{title}</span>
        ) : (
          <Link href={href} prefetch={false} className="figures font-medium wrap-anywhere text-accent-strong underline-offset-4 hover:underline">
            {title}
          </Link>
        )}
        <span className="figures block text-sm text-muted">{alertDetail(alert)}</span>
      </div>
      {acknowledge && (
        <ActionForm action={acknowledge} hidden={{ tenantId: alert.tenantId, id: alert.id }} className="print:hidden">
          <SubmitButton size="small" pendingLabel="Acknowledging" aria-label={`Acknowledge ${title}`}>
            Acknowledge
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
