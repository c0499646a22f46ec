// The mirror of an organisation's settings: its facts, chart of accounts, contacts, tax rates and tracking.
import { and, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { Query, Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { Accounts, Contacts, TaxComponents, TaxRates, TrackingCategories, TrackingOptions, XeroTenants } from "#db/schema/index.ts";
import { contentHash } from "#lib/sync/content-hash.ts";
import { askAllForPosting, askTaxedForPosting } from "#lib/sync/posting-marks-queries.ts";
import { fromExcluded, keyed, unlike } from "#lib/sync/upsert-queries.ts";
import { classOf } from "#lib/xero/account-class.ts";
import type { account, contact, organisation, taxRate, trackingCategory } from "#lib/xero/decode.ts";
import { ianaZone } from "#lib/xero/time-zone.ts";

export async function saveOrganisationFacts(tx: Transaction, [facts]: z.output<typeof organisation>[]): Promise<number> {
  if (!facts) return 0;
  const [before] = await tx.select().from(XeroTenants).where(eq(XeroTenants.id, tx.tenantId));
  const after = {
    tenantName: facts.Name || (before?.tenantName ?? ""),
    baseCurrency: facts.BaseCurrency,
    countryCode: facts.CountryCode,
    timezone: ianaZone(facts.Timezone),
    shortCode: facts.ShortCode,
    financialYearEndDay: facts.FinancialYearEndDay,
    financialYearEndMonth: facts.FinancialYearEndMonth,
    salesTaxBasis: facts.SalesTaxBasis,
    periodLockDate: facts.PeriodLockDate,
    endOfYearLockDate: facts.EndOfYearLockDate,
    organisationStatus: facts.OrganisationStatus,
    isDemoCompany: facts.IsDemoCompany,
  };
  if (before && Object.entries(after).every(([name, value]) => Object.entries(before).some(([known, old]) => known === name && old === value))) return 0;
  await tx.update(XeroTenants).set(after).where(eq(XeroTenants.id, tx.tenantId));
  return 1;
}

export async function saveAccounts(tx: Transaction, accounts: z.output<typeof account>[]): Promise<number> {
  const rows = accounts.map((one) => ({
    tenantId: tx.tenantId,
    xeroId: one.AccountID,
    code: one.Code,
    name: one.Name,
    type: one.Type,
    class: classOf(one.Class, one.Type),
    status: one.Status,
    systemAccount: one.SystemAccount,
    taxType: one.TaxType,
    currencyCode: one.CurrencyCode,
    bankAccountType: one.BankAccountType,
    reportingCode: one.ReportingCode,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: contentHash(one),
  }));
  const { xeroId, type, systemAccount, currencyCode } = Accounts;
  const known = await tx.select({ xeroId, type, systemAccount, currencyCode, contentHash: Accounts.contentHash }).from(Accounts).where(eq(Accounts.tenantId, tx.tenantId));
  const changed = unlike(rows, known);
  await insertRows(tx, Accounts, changed, { target: [Accounts.tenantId, Accounts.xeroId], set: fromExcluded(Accounts, keyed) });
  const before = new Map(known.map((row) => [row.xeroId, row]));
  if (changed.some((row) => isPostedOtherwise(row, before.get(row.xeroId)))) await askAllForPosting(tx);
  return changed.length;
}

type PostedTo = Pick<typeof Accounts.$inferSelect, "type" | "systemAccount" | "currencyCode">;

/** An ordinary account that is new changes nothing: what names it is written anew with it. */
function isPostedOtherwise(account: PostedTo, before: PostedTo | undefined): boolean {
  if (!before) return account.systemAccount !== null;
  return account.type !== before.type || account.systemAccount !== before.systemAccount || account.currencyCode !== before.currencyCode;
}

export async function saveContacts(tx: Transaction, contacts: z.output<typeof contact>[]): Promise<number> {
  const rows = contacts.map((one) => ({
    tenantId: tx.tenantId,
    xeroId: one.ContactID,
    name: one.Name,
    status: one.ContactStatus,
    emailAddress: one.EmailAddress,
    isSupplier: one.IsSupplier,
    isCustomer: one.IsCustomer,
    defaultCurrency: one.DefaultCurrency,
    xeroUpdatedAt: one.UpdatedDateUTC,
    contentHash: contentHash(one),
  }));
  const ids = rows.map(({ xeroId }) => xeroId);
  const known = await tx.select({ xeroId: Contacts.xeroId, contentHash: Contacts.contentHash }).from(Contacts).where(and(eq(Contacts.tenantId, tx.tenantId), inArray(Contacts.xeroId, ids)));
  const changed = unlike(rows, known);
  await insertRows(tx, Contacts, changed, { target: [Contacts.tenantId, Contacts.xeroId], set: fromExcluded(Contacts, keyed) });
  return changed.length;
}

export async function saveTaxRates(tx: Transaction, taxRates: z.output<typeof taxRate>[]): Promise<number> {
  const known = await tx.select({ id: TaxRates.id, xeroId: TaxRates.xeroId, contentHash: TaxRates.contentHash }).from(TaxRates).where(eq(TaxRates.tenantId, tx.tenantId));
  const ids = new Map(known.map(({ id, xeroId }) => [xeroId, id]));
  const rows = taxRates.map((one) => ({
    id: ids.get(one.TaxType) ?? uuidv7(),
    tenantId: tx.tenantId,
    xeroId: one.TaxType,
    name: one.Name,
    status: one.Status,
    effectiveRate: one.EffectiveRate,
    contentHash: contentHash(one),
  }));
  const changed = unlike(rows, known);
  if (changed.length === 0) return 0;
  await insertRows(tx, TaxRates, changed, { target: [TaxRates.tenantId, TaxRates.xeroId], set: fromExcluded(TaxRates, keyed) });
  const changedIds = new Map(changed.map(({ id, xeroId }) => [xeroId, id]));
  const components = taxRates.flatMap((one) => {
    const taxRateId = changedIds.get(one.TaxType);
    if (!taxRateId) return [];
    return one.TaxComponents.map((part, index) => ({ tenantId: tx.tenantId, taxRateId, lineNumber: index + 1, name: part.Name, rate: part.Rate, isNonRecoverable: part.IsNonRecoverable }));
  });
  await tx.delete(TaxComponents).where(and(eq(TaxComponents.tenantId, tx.tenantId), inArray(TaxComponents.taxRateId, [...changedIds.values()])));
  await insertRows(tx, TaxComponents, components);
  await askTaxedForPosting(tx, changed.map(({ xeroId }) => xeroId));
  return changed.length;
}

export async function saveTrackingCategories(tx: Transaction, categories: z.output<typeof trackingCategory>[]): Promise<number> {
  const known = await tx
    .select({ id: TrackingCategories.id, xeroId: TrackingCategories.xeroId, contentHash: TrackingCategories.contentHash })
    .from(TrackingCategories)
    .where(eq(TrackingCategories.tenantId, tx.tenantId));
  const ids = new Map(known.map(({ id, xeroId }) => [xeroId, id]));
  const rows = categories.map((one) => ({
    id: ids.get(one.TrackingCategoryID) ?? uuidv7(),
    tenantId: tx.tenantId,
    xeroId: one.TrackingCategoryID,
    name: one.Name,
    status: one.Status,
    contentHash: contentHash(one),
  }));
  const changed = unlike(rows, known);
  if (changed.length === 0) return 0;
  await insertRows(tx, TrackingCategories, changed, { target: [TrackingCategories.tenantId, TrackingCategories.xeroId], set: fromExcluded(TrackingCategories, keyed) });
  const changedIds = new Map(changed.map(({ id, xeroId }) => [xeroId, id]));
  const options = categories.flatMap((one) => {
    const categoryId = changedIds.get(one.TrackingCategoryID);
    if (!categoryId) return [];
    return one.Options.map((option) => ({ tenantId: tx.tenantId, categoryId, xeroId: option.TrackingOptionID, name: option.Name, status: option.Status }));
  });
  await insertRows(tx, TrackingOptions, options, { target: [TrackingOptions.tenantId, TrackingOptions.xeroId], set: fromExcluded(TrackingOptions, keyed) });
  return changed.length;
}

export type Named = { AccountID?: string | null | undefined; Code?: string | null | undefined } | null | undefined;
/** Accounts as documents name them, by Xero's id or by code; and the currency a bank account is kept in, null for the books' own. */
export type AccountFinder = { accountOf: (named: Named) => string | null; currencyOf: (accountId: string | null) => string | null };

export async function accountFinder(q: Query): Promise<AccountFinder> {
  const rows = await q.select({ id: Accounts.id, xeroId: Accounts.xeroId, code: Accounts.code, currencyCode: Accounts.currencyCode }).from(Accounts).where(eq(Accounts.tenantId, q.tenantId));
  const byXeroId = new Map(rows.map(({ id, xeroId }) => [xeroId, id]));
  const byCode = new Map(rows.flatMap(({ id, code }) => (code ? [[code, id] as const] : [])));
  const currencies = new Map(rows.map(({ id, currencyCode }) => [id, currencyCode]));
  return {
    accountOf: (named) => byXeroId.get(named?.AccountID ?? "") ?? byCode.get(named?.Code ?? "") ?? null,
    currencyOf: (accountId) => currencies.get(accountId ?? "") ?? null,
  };
}
