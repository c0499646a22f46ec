// What a list of organisations shows of each.
import type { Money } from "#lib/money.ts";

export type Connection = "connected" | "reauthRequired" | "disconnected";

/** Null where nothing has been compared yet. `amount` is a sum without sign; `ties` allows what differs to be explained; `current` says that
 * nothing changed since it was checked. */
export type TieOutSummary = { accounts: number; differing: number; amount: Money; ties: boolean; current: boolean } | null;

export type OrganisationLine = {
  id: string;
  name: string;
  href: string;
  currency: string | null;
  isPractice: boolean;
  timeZone: string;
  connection: Connection;
  lastSyncedAt: Date | null;
  tieOut: TieOutSummary;
  isActive: boolean;
};
