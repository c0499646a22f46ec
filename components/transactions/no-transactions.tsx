import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { Empty } from "#components/ui/empty.tsx";

type Props = { hasAny: boolean; isLater: boolean; firstHref: string; clearHref: string; syncHref: string };

/** None yet, none that match, and none further on are three different things, each with another next step. */
export function NoTransactions({ hasAny, isLater, firstHref, clearHref, syncHref }: Props) {
  if (!hasAny) {
    return (
      <Empty title="No transactions yet" action={<Step href={syncHref} label="To the sync" />}>
        A sync fetches every invoice, bill, bank transaction, transfer and payment from Xero. They stand here as soon as they have arrived.
      </Empty>
    );
  }
  if (isLater) {
    return (
      <Empty title="Nothing further" action={<Step href={firstHref} label="First page" />}>
        The list ended with the page before.
      </Empty>
    );
  }
  return (
    <Empty title="Nothing matches" action={<Step href={clearHref} label="Show all transactions" />}>
      There are transactions, but none that fit everything asked for. Ask for less, or for all of them.
    </Empty>
  );
}

function Step({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className={buttonClasses()}>
      {label}
    </Link>
  );
}
