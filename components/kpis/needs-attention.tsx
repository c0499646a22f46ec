import Link from "next/link";
import { amountInSentence, countInWords } from "#lib/amount-label.ts";
import { AlertLine } from "#components/alerts/alert-line.tsx";
import type { Act } from "#components/ui/action-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { ago } from "#components/ui/moment-in-words.ts";
import { invariantWords } from "#lib/invariants/invariant-words.ts";
import type { Matter } from "#lib/kpis/attention.ts";
import { money } from "#lib/money.ts";

type Props = { matters: readonly Matter[]; currency: string; now: Date; hrefOf: (matter: Matter) => string | null; acknowledge?: Act | undefined };

/** What waits, the most pressing first, each leading to where it can be seen. */
export function NeedsAttention({ matters, currency, now, hrefOf, acknowledge }: Props) {
  return (
    <Card title="Needs attention">
      {matters.length === 0 && <p className="text-muted">Nothing: synced, tied to Xero, reconciled, and nothing overdue.</p>}
      {matters.length > 0 && (
        <ol className="-my-2.5 divide-y divide-line">
          {matters.map((matter) => (
            <li key={matter.kind === "alert" ? matter.alert.id : matter.kind} className="py-2.5">
              {matter.kind === "alert" ? <AlertLine alert={matter.alert} href={hrefOf(matter)} acknowledge={acknowledge} /> : <MatterLine matter={matter} currency={currency} now={now} href={hrefOf(matter)} />}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function MatterLine({ matter, currency, now, href }: { matter: Plain; currency: string; now: Date; href: string | null }) {
  const { title, detail } = wordsFor(matter, currency, now);
  return (
    <>
      {href === null ? (
        <span className="font-medium">{title}</span>
      ) : (
        <Link href={href} prefetch={false} className="font-medium text-accent-strong underline-offset-4 hover:underline">
          {title}
        </Link>
      )}
      <span className="figures block text-sm text-muted">{detail}</span>
    </>
  );
}

/** All but alerts, which have words of their own. */
type Plain = Exclude<Matter, { kind: "alert" }>;
type Words = { title: string; detail: string };

function wordsFor(matter: Plain, currency: string, now: Date): Words {
  if (matter.kind === "moreAlerts") return { title: "More alerts", detail: "Nobody has acknowledged them yet." };
  if (matter.kind === "broken") return { title: "The ledger does not add up", detail: `${matter.invariants.map((invariant) => invariantWords[invariant].says).join("; ")}: this does not hold.` };
  if (matter.kind === "notSynced") return { title: "Not synced for more than a day", detail: matter.since === null ? "There was no complete sync yet." : `The last complete sync was ${ago(new Date(matter.since), now)}.` };
  if (matter.kind === "untied") return untied(matter);
  const amount = `${currency} ${amountInSentence(money(matter.amount))}`;
  if (matter.kind === "unreconciled") return { title: `${countInWords(matter.count)} bank ${matter.count === 1 ? "transaction" : "transactions"} not reconciled`, detail: `${amount} that no bank statement confirms yet.` };
  if (matter.kind === "drafts") return { title: `${countInWords(matter.count)} ${matter.count === 1 ? "document" : "documents"} not approved`, detail: `Drafts of ${amount} are not in these figures.` };
  if (matter.kind === "overdueReceivables") return { title: "Invoices are overdue", detail: `${amount} should have been received.` };
  return { title: "Bills are overdue", detail: `${amount} should have been paid.` };
}

function untied({ checked, unexplained }: Extract<Matter, { kind: "untied" }>): Words {
  if (!checked) return { title: "Not checked against Xero", detail: "The books changed after the last comparison; the next sync compares again." };
  return { title: "Does not tie to Xero", detail: `${amountInSentence(money(unexplained))} of differences nobody has explained.` };
}
