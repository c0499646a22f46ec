// What the address of an audit page or its file says: which rows are wanted. What it cannot mean is taken as not said.
import { validate as isUuid } from "uuid";
import type { AuditFilter } from "#components/audit/audit-filters.tsx";
import { auditStatuses } from "#db/vocabulary.ts";
import { isAction } from "#lib/audit/actions.ts";
import { addDays, beginningOf, isDay } from "#lib/day.ts";

export type Address = Record<string, string | string[] | undefined>;

/** As the form shows it. */
export function chosenIn(address: Address): AuditFilter {
  const text = (name: string) => [address[name]].flat()[0] ?? "";
  const only = (name: string, isKnown: (value: string) => boolean) => (isKnown(text(name)) ? text(name) : "");
  return {
    action: only("action", isAction),
    actorId: only("actorId", isUuid),
    status: only("status", (value) => auditStatuses.some((status) => status === value)),
    from: only("from", isDayOnRecord),
    to: only("to", isDayOnRecord),
  };
}

/** Nothing was written in another millennium. */
function isDayOnRecord(text: string): boolean {
  return isDay(text) && text.startsWith("2");
}

/** As the operation asks for it. Days are whole days on the clock of `timeZone`. */
export function askedBy({ action, actorId, status, from, to }: AuditFilter, timeZone: string) {
  return {
    ...(isAction(action) ? { action: [action] } : {}),
    ...(actorId === "" ? {} : { actorId }),
    ...statusOf(status),
    ...(from === "" ? {} : { from: beginningOf(from, timeZone).toISOString() }),
    ...(to === "" ? {} : { to: beginningOf(addDays(to, 1), timeZone).toISOString() }),
  };
}

/** The address that shows these rows. */
export function hrefWith(path: string, chosen: AuditFilter, cursor?: string | null): string {
  const said = Object.entries({ ...chosen, ...(cursor ? { cursor } : {}) }).filter(([, value]) => value !== "");
  const query = new URLSearchParams(said).toString();
  return query === "" ? path : `${path}?${query}`;
}

function statusOf(text: string) {
  const status = auditStatuses.find((one) => one === text);
  return status ? { status } : {};
}
