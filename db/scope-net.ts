// Row-level security for SQLite, which has none. Every table is shadowed by a temporary view of the same name that shows only the rows
// within reach; on the writer temporary triggers refuse a row of anybody else. Like the policies on PostgreSQL it is the net below: each
// query still carries its own predicate.
import type Database from "better-sqlite3";
import type { Reachable } from "./engine.ts";
import { type Tenancy, tenancy } from "./tenancy.ts";

export type ScopeNet = { reach: (reachable: Reachable) => void };

export function netForReader(database: Database.Database): ScopeNet {
  const net = withScope(database);
  for (const [table, rule] of present(database)) {
    database.exec(`create temp view "${table}" as select * from main."${table}" where ${visible(rule)}`);
  }
  return net;
}

export function netForWriter(database: Database.Database): ScopeNet {
  const net = netForReader(database);
  const prepare = database.prepare.bind(database);
  Object.assign(database, { prepare: (text: string) => prepare(pastTheViews(text)) });
  for (const [table, rule] of present(database)) {
    for (const [event, row] of [["insert", "new"], ["update", "old"], ["update", "new"], ["delete", "old"]] as const) {
      database.exec(`create temp trigger "${table}_${event}_${row}_scope" before ${event} on main."${table}" when not (${permitted(rule, row)})
        begin select raise(abort, 'This row belongs to another organisation.'); end`);
    }
  }
  return net;
}

/** A view cannot be written to, so what a statement writes to is named as the table below it; what it reads stays the view. */
function pastTheViews(text: string): string {
  return text.replace(/^(insert into|update|delete from) "/, '$1 main."');
}

function withScope(database: Database.Database): ScopeNet {
  let current = { tenants: "[]", members: new Set<unknown>(), system: 0 };
  const constant = { deterministic: true, safeIntegers: true };
  database.function("scope_tenants", constant, () => current.tenants);
  database.function("scope_system", constant, () => current.system);
  database.function("scope_includes", { safeIntegers: true }, (tenantId) => (current.members.has(tenantId) ? 1 : 0));
  return {
    reach({ tenantIds, system }) {
      current = { tenants: JSON.stringify(tenantIds), members: new Set(tenantIds), system: system ? 1 : 0 };
    },
  };
}

/** The plus keeps the net out of the choice of an index, which belongs to the query's own predicate: else SQLite may take another index, and sort. */
function visible({ tenant, system }: Tenancy): string {
  const own = tenant ? [`+"${tenant}" in (select value from json_each(scope_tenants()))`] : [];
  return [...own, ...(system ? ["scope_system()"] : [])].join(" or ");
}

function permitted({ tenant, system }: Tenancy, row: "new" | "old"): string {
  const own = tenant ? [`scope_includes(${row}."${tenant}")`] : [];
  return [...own, ...(system ? ["scope_system()"] : [])].join(" or ");
}

/** Before the first migration there is nothing to shadow. */
function present(database: Database.Database): [string, Tenancy][] {
  const names = new Set(database.prepare("select name from sqlite_master where type = 'table'").pluck().all());
  return Object.entries(tenancy).filter(([table]) => names.has(table));
}
