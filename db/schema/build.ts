import type { Kit } from "../dialect.ts";
import { accounts } from "./accounts.ts";
import { alerts } from "./alerts.ts";
import { attachments } from "./attachments.ts";
import { automation } from "./automation.ts";
import { batchPayments } from "./batch-payments.ts";
import { budgets } from "./budgets.ts";
import { items } from "./items.ts";
import { jobs } from "./jobs.ts";
import { ledger } from "./ledger.ts";
import { organisations } from "./organisations.ts";
import { packs } from "./packs.ts";
import { people } from "./people.ts";
import { reportDefinitions } from "./report-definitions.ts";
import { reports } from "./reports.ts";
import { tracking } from "./tracking.ts";
import { transactions } from "./transactions.ts";

/** Every table, bound to one dialect. */
export function buildSchema(kit: Kit) {
  const persons = people(kit);
  const tenants = { ...persons, ...organisations(kit, persons) };
  const settings = { ...tenants, ...accounts(kit, tenants), ...tracking(kit, tenants) };
  const documents = { ...settings, ...transactions(kit, settings), ...batchPayments(kit, settings), ...items(kit, settings) };
  const attached = attachments(kit, documents);
  const kept = { ...documents, ...reports(kit, documents) };
  return { ...kept, ...attached, ...ledger(kit, documents), ...budgets(kit, documents), ...packs(kit, kept), ...reportDefinitions(kit, tenants), ...jobs(kit, documents), ...automation(kit, documents), ...alerts(kit, tenants) };
}
