import { accountLabel, isBankMovement, statusWords } from "#components/transactions/words.ts";
import { documentTitle } from "#lib/transactions/document-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { PageHead } from "#components/shell/page-head.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { dayLabel } from "#lib/day-label.ts";
import type { Document } from "#lib/transactions/open-document.ts";

type Props = { document: Document };

export function DocumentHead({ document: { transaction, xeroUrl } }: Props) {
  const { type, contactName, status, isReconciled } = transaction;
  return (
    <PageHead
      title={documentTitle(transaction)}
      context={
        <>
          {contactName && <span>{contactName}</span>}
          <Badge>{statusWords(status)}</Badge>
          {isBankMovement(type) && <Badge tone={isReconciled ? "success" : "warning"}>{isReconciled ? "Reconciled" : "Not reconciled"}</Badge>}
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

/** `contactHref` leads to all of its contact's documents. */
export function DocumentFacts({ document, contactHref }: Props & { contactHref: string | null }) {
  const { contactName, date, dueDate, plannedPaymentDate, type, reference, xeroId } = document.transaction;
  const contact = contactHref ? <TextLink href={contactHref}>{contactName}</TextLink> : contactName;
  const facts = [
    ...(contactName ? [{ term: "Contact", value: contact }] : []),
    { term: "Date", value: dayLabel(date) },
    ...(dueDate ? [{ term: "Due", value: dayLabel(dueDate) }] : []),
    ...(plannedPaymentDate ? [{ term: type === "BILL" ? "To be paid" : "Expected", value: dayLabel(plannedPaymentDate) }] : []),
    ...bankAccounts(document),
    ...(reference ? [{ term: "Reference", value: reference }] : []),
    { term: "Xero's id", value: <span className="break-all">{xeroId}</span> },
  ];
  return <Facts facts={facts} />;
}

function bankAccounts({ transaction: { type, direction }, bankAccount, toBankAccount }: Document) {
  const paid = direction === "in" ? "Paid into" : "Paid from";
  return [
    ...(bankAccount ? [{ term: type === "TRANSFER" ? "From" : paid, value: accountLabel(bankAccount) }] : []),
    ...(toBankAccount ? [{ term: "To", value: accountLabel(toBankAccount) }] : []),
  ];
}
