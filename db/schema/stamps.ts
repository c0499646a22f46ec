import type { Kit } from "../dialect.ts";

/** createdAt and updatedAt, set by the application: on every table that is ever updated. */
export function stamps(kit: Kit) {
  return {
    createdAt: kit.instant().notNull().$defaultFn(() => new Date()),
    updatedAt: kit.instant().notNull().$defaultFn(() => new Date()).$onUpdateFn(() => new Date()),
  };
}
