import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { acknowledge, chooseMailHere, dropRule, saveRule, saveTarget } from "#app/(signed-in)/o/[organisation]/alerts/actions.ts";
import { placeOfAlert } from "#app/(signed-in)/o/[organisation]/alerts/place-of-alert.ts";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";
import { requireScope } from "#app/session.ts";
import { AlertMail } from "#components/alerts/alert-mail.tsx";
import { AlertList } from "#components/alerts/alert-list.tsx";
import { RuleForm } from "#components/alerts/rule-form.tsx";
import { RulesTable } from "#components/alerts/rules-table.tsx";
import { TargetForm } from "#components/alerts/target-form.tsx";
import { TargetList } from "#components/alerts/target-list.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Card } from "#components/ui/card.tsx";
import { read } from "#db/index.ts";
import { findAlertsPage, kpiChoices } from "#lib/alerts/open-alerts.ts";
import { sendsMail } from "#lib/mail/send-mail.ts";
import { allows } from "#lib/scope.ts";

export const metadata: Metadata = { title: "Alerts" };

type Props = { params: Promise<{ organisation: string }> };

export default async function AlertsPage({ params }: Props) {
  const { organisation } = await params;
  const scope = await requireScope(organisation);
  if (!allows(scope, "reports:read")) notFound();
  const { name, timezone } = await organisationAt(organisation);
  const { rules, targets, open, past, isMailed } = await read(scope, (q) => findAlertsPage(q, scope.userId));
  const mayWrite = allows(scope, "alerts:write");
  const form = { tenantId: organisation, kpis: kpiChoices };
  const timeZone = timezone ?? "UTC";
  return (
    <>
      <PageHead title="Alerts" context={name} />
      <p className="mb-4 max-w-prose text-muted">
        After each sync the key figures of the last closed month are held against these rules, and documents that changed on or before the lock date are named. Webhooks are told of both.
      </p>
      <AlertMail organisation={organisation} sendsMail={sendsMail()} isMailed={isMailed} choose={chooseMailHere.bind(null, organisation)} />
      <div className="grid gap-6">
        <Card title="Open">
          {open.length === 0 && <p className="text-muted">No alert is open.</p>}
          {open.length > 0 && <AlertList alerts={open} timeZone={timeZone} hrefOf={placeOfAlert} acknowledge={mayWrite ? acknowledge.bind(null, organisation) : undefined} />}
        </Card>
        <Card title="Rules" description="An alert is raised when the figure crosses the threshold, and over when it is back by the band.">
          {rules.length === 0 && <p className="text-muted">No rule is set yet.</p>}
          {rules.length > 0 && (
            <div className="-mx-4 sm:-mx-5">
              <RulesTable rules={rules} timeZone={timeZone} remove={mayWrite ? dropRule.bind(null, organisation) : undefined} />
            </div>
          )}
          {mayWrite && (
            <div className="mt-5 border-t border-line pt-5">
              <RuleForm {...form} save={saveRule.bind(null, organisation)} />
            </div>
          )}
        </Card>
        <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
          <Card title="Targets" description="They stand beside their figures on the dashboard and in its report.">
            {targets.length === 0 && <p className="text-muted">No target is set yet.</p>}
            <TargetList targets={targets} />
            {mayWrite && (
              <div className="mt-5 border-t border-line pt-5">
                <TargetForm {...form} save={saveTarget.bind(null, organisation)} />
              </div>
            )}
          </Card>
          <Card title="Past">
            {past.length === 0 && <p className="text-muted">No alert is over yet.</p>}
            {past.length > 0 && <AlertList alerts={past} timeZone={timeZone} hrefOf={placeOfAlert} />}
          </Card>
        </div>
      </div>
    </>
  );
}
