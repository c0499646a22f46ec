// What posting adds up of the entries it writes, added up for the loader by the ledger's own rules: so it is no sum of the lines that it is held against.
import { AccountBalances, ContactMovements, DailyMovements } from "#db/schema/index.ts";
import { addToMonth, monthOf } from "#lib/day.ts";
import { balanceMovements, type ContactMovement, contactMovements, dailyMovements } from "#lib/ledger/entries/balance-movements.ts";
import type { Money } from "#lib/money.ts";
import type { BookedDocument } from "./books.ts";
import type { Loader } from "./loader.ts";

type Movement = { debit: Money; credit: Money };
export type Folds = { add: (documents: readonly BookedDocument[]) => Promise<void>; finish: () => Promise<void> };

export function foldsOf(loader: Loader, tenantId: string): Folds {
  const [byMonth, byDay] = [new Map<string, Movement>(), new Map<string, Movement>()];
  let byContact = new Map<string, ContactMovement>();
  const mine = (movements: Iterable<Movement>) => [...movements].map((movement) => ({ ...movement, tenantId }));
  return {
    async add(documents) {
      const entries = documents.map(asPosted);
      fold(byMonth, balanceMovements(entries), ({ accountId, month }) => `${accountId} ${month}`);
      fold(byDay, dailyMovements(entries), ({ accountId, date, sourceType }) => `${accountId} ${date} ${sourceType}`);
      fold(byContact, contactMovements(entries), ({ accountId, month, contactId }) => `${accountId} ${month} ${contactId}`);
      // There are as many of these as documents; an invoice is paid within two months, so what lies further back is complete.
      const current = addToMonth(monthOf(documents[0]?.document.date ?? ""), -2);
      const [complete, open] = [[...byContact].filter(([, { month }]) => month < current), [...byContact].filter(([, { month }]) => month >= current)];
      await loader.put(ContactMovements, mine(complete.map(([, movement]) => movement)));
      if (complete.length > 0) byContact = new Map(open);
    },
    async finish() {
      await loader.put(AccountBalances, mine(byMonth.values()));
      await loader.put(DailyMovements, mine(byDay.values()));
      await loader.put(ContactMovements, mine(byContact.values()));
    },
  };
}

function asPosted({ entry: { basis, date, narration = null, sourceType, sourceXeroId }, lines }: BookedDocument) {
  return { basis, date, narration, sourceType, sourceXeroId, unproven: false, lines: lines.map(({ accountId, contactId = null, debit, credit }) => ({ ...plain, accountId, contactId, amount: debit - credit })) };
}

const plain = { currencyCode: null, currencyAmount: null, rate: null, taxType: null, taxAmount: null, trackingSetId: null, allocationId: null, transactionId: null };

function fold<Each extends Movement>(sums: Map<string, Movement>, movements: readonly Each[], keyOf: (movement: Each) => string): void {
  for (const movement of movements) {
    const key = keyOf(movement);
    const { debit = 0n, credit = 0n } = sums.get(key) ?? {};
    sums.set(key, { ...movement, debit: movement.debit + debit, credit: movement.credit + credit });
  }
}
