import { AlertLine } from "#components/alerts/alert-line.tsx";
import { endingWords } from "#lib/alerts/alert-words.ts";
import type { Act } from "#components/ui/action-form.tsx";
import { Moment } from "#components/ui/moment.tsx";
import type { Alert, LockedChangeFacts } from "#lib/alerts/alert.ts";
import { amountInSentence } from "#lib/amount-label.ts";
import { money } from "#lib/money.ts";

type Props = { alerts: readonly Alert[]; timeZone: string; hrefOf: (alert: Alert) => string | null; acknowledge?: Act | undefined };

/** Each with when it was raised, seen and over, and what a change does to every account. */
export function AlertList({ alerts, timeZone, hrefOf, acknowledge }: Props) {
  return (
    <ol className="-my-3 divide-y divide-line">
      {alerts.map((alert) => (
        <li key={alert.id} className="py-3">
          <AlertLine alert={alert} href={hrefOf(alert)} acknowledge={alert.acknowledgedAt === null && alert.endedAt === null ? acknowledge : undefined} />
          {alert.facts.kind === "lockedChange" && <Effects id={`effects-${alert.id}`} facts={alert.facts} />}
          <p className="mt-1 text-sm text-muted">
            <Times alert={alert} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Times({ alert: { raisedAt, endedAt, ending, acknowledgedAt, acknowledgedBy }, timeZone }: { alert: Alert; timeZone: string }) {
  const at = (instant: string) => <Moment at={new Date(instant)} timeZone={timeZone} />;
  return (
    <>
      Raised {at(raisedAt)}
      {acknowledgedAt && <>; acknowledged{acknowledgedBy && ` by ${acknowledgedBy}`}, {at(acknowledgedAt)}</>}
      {endedAt && ending && ending !== "acknowledged" && <>; {endingWords[ending].toLowerCase()}, {at(endedAt)}</>}
    </>
  );
}

function Effects({ id, facts: { effects, currency } }: { id: string; facts: LockedChangeFacts }) {
  return (
    <>
      <p id={id} className="mt-1.5 text-sm text-muted">
        Effect by account, {currency}, debits positive
      </p>
      <ul aria-labelledby={id} className="figures max-w-md text-sm">
        {effects.map(({ accountId, code, name, month, amount }) => (
          <li key={`${accountId} ${month}`} className="flex justify-between gap-x-4">
            <span className="min-w-0 wrap-anywhere">
              {[code, name].filter(Boolean).join(" ")} <span className="text-muted">{month}</span>
            </span>
            <span className="whitespace-nowrap">{amountInSentence(money(amount))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
