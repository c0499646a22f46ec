import { choosePeriod } from "#app/(signed-in)/o/[organisation]/choose-period.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { monthLabel } from "#lib/day-label.ts";
import type { AskedDashboard } from "#lib/kpis/open-dashboard.ts";

type Props = { organisation: string; asked: AskedDashboard; mayMake: boolean };

/** Looking at an address makes nothing; this is the button that does. */
export function MakeDashboard({ organisation, asked: { month, compare, isOld }, mayMake }: Props) {
  const title = isOld ? "The books have changed since this dashboard was made" : `There is no dashboard to ${monthLabel(month)} yet`;
  return (
    <Notice tone={isOld ? "warning" : "info"} title={title} className="mb-5 print:hidden">
      <p>{isOld ? "Its figures and their proof stay as they were." : "Syncs make the one to the last closed month; any other is made when somebody asks for it."}</p>
      {mayMake && (
        <ActionForm action={choosePeriod.bind(null, organisation)} hidden={{ tenantId: organisation, type: "KPI_DASHBOARD", period: month, compare }} className="mt-2">
          <SubmitButton size="small" pendingLabel="Making it">
            {isOld ? "Make it again" : "Make it"}
          </SubmitButton>
        </ActionForm>
      )}
    </Notice>
  );
}
