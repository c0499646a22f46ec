// The two doors to the books: read anywhere, write only inside a transaction. `read` hands out a builder that can only select, in one
// consistent snapshot; `transaction` is the only writer. Query functions take `q` or `tx` first and never open a door; operations and
// pages do, one each. Nothing but the database is awaited inside. System tables (Users, Sessions, XeroTokens, ApiKeys …) cannot be seen
// through these doors: db/system.ts has theirs.
import { openDoor } from "./doors.ts";
import type { Builder } from "./engine.ts";

type OneOrganisation = { tenantId: string };

/** Select-only, over several organisations. */
export type Reader = Pick<Builder, "select" | "selectDistinct"> & { tenantIds: readonly string[] };
/** Select-only, in one organisation. */
export type Query = Reader & OneOrganisation;
/** The writer of one organisation; a Transaction is also a Query. */
export type Transaction = Query & Pick<Builder, "insert" | "update" | "delete">;

export function read<T>(scope: OneOrganisation, work: (q: Query) => Promise<T>): Promise<T> {
  const { tenantId } = scope;
  return openDoor("read", { tenantIds: [tenantId], system: false }, (builder) => work({ ...selecting(builder), tenantId, tenantIds: [tenantId] }));
}

/** A question over several organisations; each scope carries its own permissions. */
export function readMany<T>(scopes: readonly OneOrganisation[], work: (q: Reader) => Promise<T>): Promise<T> {
  const tenantIds = scopes.map((scope) => scope.tenantId);
  return openDoor("read", { tenantIds, system: false }, (builder) => work({ ...selecting(builder), tenantIds }));
}

export function transaction<T>(scope: OneOrganisation, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { tenantId } = scope;
  return openDoor("transaction", { tenantIds: [tenantId], system: false }, (builder) =>
    work({ ...selecting(builder), ...writing(builder), tenantId, tenantIds: [tenantId] }),
  );
}

export function selecting(builder: Builder): Pick<Builder, "select" | "selectDistinct"> {
  return { select: builder.select.bind(builder), selectDistinct: builder.selectDistinct.bind(builder) };
}

export function writing(builder: Builder): Pick<Builder, "insert" | "update" | "delete"> {
  return { insert: builder.insert.bind(builder), update: builder.update.bind(builder), delete: builder.delete.bind(builder) };
}
