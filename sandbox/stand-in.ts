// The stand-in as one thing: the organisations, who may read them, the time, and the switches a test may throw. Doors
// (identity, accounting, control) take what they need from here.

import { makeLimits } from "./accounting/limits.ts";
import type { AccountingDesk } from "./accounting/answer.ts";
import { refuse } from "./books/problem.ts";
import type { Books } from "./books/read.ts";
import { type Clock, startClock } from "./clock.ts";
import { applyEdit, type Edit, idFieldOf } from "./control/edit.ts";
import { type Faults, makeFaults } from "./control/faults.ts";
import { type Log, makeLog } from "./control/log.ts";
import type { ConsentDesk } from "./identity/authorize.ts";
import type { ConnectionDesk } from "./identity/connections.ts";
import { makeSigner } from "./identity/jwt.ts";
import { clearIdentity, emptyIdentity, type Identity } from "./identity/state.ts";
import type { TokenDesk } from "./identity/tokens.ts";
import { changesBetween } from "./notices/changes.ts";
import { makeNotices, type Notices, type Webhook } from "./notices/notices.ts";
import { openStore, type Store } from "./store.ts";

export type Settings = {
  readonly limits: boolean;
  readonly journals: boolean;
  readonly today: string | undefined;
  readonly pageSize: number;
  readonly webhook: Webhook | undefined;
};

export type Kept = { readonly identity: Identity; readonly edits: readonly Edit[]; readonly clockOffset: number };
type Keep = (kept: Kept) => void;

export type StandIn = AccountingDesk &
  ConsentDesk &
  ConnectionDesk &
  Omit<TokenDesk, "issuer"> & {
    readonly faults: Faults;
    readonly log: Log;
    readonly notices: Notices;
    readonly edit: (edit: Edit) => { readonly id: string; readonly created: boolean };
    readonly advance: (milliseconds: number) => void;
    readonly reset: () => void;
  };

export function makeStandIn(organisations: readonly Books[], settings: Settings, kept?: Kept, keep: Keep = () => {}): StandIn {
  const store = openStore(organisations);
  const identity = kept?.identity ?? emptyIdentity();
  const clock = startClock(settings.today, kept?.clockOffset);
  const edits: Edit[] = [];
  const tier = { journals: settings.journals };
  const [limits, faults, log, notices] = [makeLimits(settings.limits), makeFaults(), makeLog(), makeNotices(settings.webhook)];
  const changed = () => keep({ identity, edits, clockOffset: clock.offset() });
  // Edits of organisations that are not served this time are forgotten.
  for (const edit of kept?.edits ?? []) if (store.find(edit.organisation)) editStore(store, edit, edits);
  return {
    store,
    identity,
    clock,
    tier,
    limits,
    faults,
    log,
    notices,
    changed,
    signer: makeSigner(),
    pageCap: settings.pageSize,
    organisations: () => store.all().map(({ books }) => ({ id: books.Organisation.OrganisationID, name: books.Organisation.Name })),
    nameOf: (tenantId) => store.find(tenantId)?.books.Organisation.Name,
    edit: (edit) => {
      const before = store.find(edit.organisation);
      const result = editStore(store, edit, edits);
      const after = store.find(edit.organisation);
      if (before && after) notices.tell(after.books.Organisation.OrganisationID, changesBetween(before, after));
      changed();
      return result;
    },
    advance: (milliseconds) => {
      clock.advance(milliseconds);
      changed();
    },
    reset: () => resetAll({ store, identity, clock, limits, faults, log, notices, tier, edits }, settings, changed),
  };
}

function editStore(store: Store, edit: Edit, edits: Edit[]): { readonly id: string; readonly created: boolean } {
  const living = store.find(edit.organisation);
  if (!living) refuse(`There is no organisation ${edit.organisation}.`);
  const { living: edited, id, created } = applyEdit(living, edit);
  store.replace(edited);
  // A kept edit names its document, so that replaying it after a restart meets the same one.
  edits.push({ ...edit, document: { ...edit.document, [idFieldOf(edit.collection)]: id } });
  return { id, created };
}

type Resettable = Pick<StandIn, "store" | "identity" | "limits" | "faults" | "log" | "notices" | "tier"> & { clock: Clock; edits: Edit[] };

function resetAll(held: Resettable, settings: Settings, changed: () => void): void {
  held.store.reset();
  clearIdentity(held.identity);
  held.clock.advance(-held.clock.offset());
  held.limits.reset();
  held.faults.clear();
  held.log.clear();
  held.notices.setWebhook(settings.webhook);
  held.tier.journals = settings.journals;
  held.edits.length = 0;
  changed();
}
