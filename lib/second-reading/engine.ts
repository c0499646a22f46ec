// Whoever adds up a ledger a second time: another program, or the entries of an evidence pack.
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";

/** Account name, class:type:id, → debit less credit. Accounts without an amount may be left out. */
export type Balances = ReadonlyMap<string, Money>;
/** Both included; a first day of null is the beginning of the books. */
export type Days = { from: Day | null; to: Day };
export type Engine = (days: Days) => Balances;
