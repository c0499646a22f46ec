import { documentName, statusWords } from "#components/transactions/words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { dayLabel } from "#lib/day-label.ts";
import type { Document } from "#lib/transactions/open-document.ts";

type Props = { document: Document };

export function DocumentHead({ document: { transaction, xeroUrl } }: Props) {
  const { type, number, reference, contactName, status, isReconciled } = transaction;
  return (
    <PageHead
      title={documentName(type, number ?? reference)}
      context={
        <>
          {contactName && <span>{contactName}</span>}
          <Badge>{statusWords(status)}</Badge>
          {isBank(type) && <Badge tone={isReconciled ? "success" : "warning"}>{isReconciled ? "Reconciled" : "Not reconciled"}</Badge>}
        </>
      }
      actions={
        xeroUrl && (
          <a href={xeroUrl} target="_blank" rel="noreferrer" className={buttonClasses()}>
            Open in Xero
          </a>
        )
      }
    />
  );
}

export function DocumentFacts({ document: { transaction } }: Props) {
  const { contactName, date, dueDate, reference, xeroId } = transaction;
  const facts = [
    ...(contactName ? [{ term: "Contact", value: contactName }] : []),
    { term: "Date", value: dayLabel(date) },
    ...(dueDate ? [{ term: "Due", value: dayLabel(dueDate) }] : []),
    ...(reference ? [{ term: "Reference", value: reference }] : []),
    { term: "Xero's id", value: <span className="break-all">{xeroId}</span> },
  ];
  return <Facts facts={facts} />;
}

function isBank(type: string): boolean {
  return ["SPEND", "RECEIVE", "TRANSFER", "PAYMENT"].includes(type);
}
