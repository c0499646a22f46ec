// Which rows belong to whom, table by table: the one list that row-level security on PostgreSQL, the net on SQLite and the isolation test
// are made from. `tenant` names the column that holds our id of the organisation; `system` tables may also be read by the system doors.

export type Tenancy = { tenant: string | null; system: boolean };

const ofOrganisation: Tenancy = { tenant: "tenantId", system: false };
const ofOrganisationAndSystem: Tenancy = { tenant: "tenantId", system: true };
const ofSystem: Tenancy = { tenant: null, system: true };

export const tenancy: Record<string, Tenancy> = {
  Users: ofSystem,
  Sessions: ofSystem,
  SignInLinks: ofSystem,
  Invitations: ofSystem,
  RateLimits: ofSystem,
  XeroTokens: ofSystem,
  OAuthFlows: ofSystem,
  ApiKeys: ofSystem,
  IdempotencyKeys: ofSystem,
  Workers: ofSystem,
  XeroTenants: { tenant: "id", system: true },
  AuditChains: { tenant: "id", system: true },
  Erasures: { tenant: "id", system: true },
  UserTenants: ofOrganisationAndSystem,
  XeroConnections: ofOrganisationAndSystem,
  Jobs: ofOrganisationAndSystem,
  CursorStates: ofOrganisationAndSystem,
  XeroApiLogs: ofOrganisationAndSystem,
  AuditLogs: ofOrganisationAndSystem,
  Webhooks: ofOrganisationAndSystem,
  WebhookEvents: ofOrganisationAndSystem,
  Events: ofOrganisationAndSystem,
  WebhookDeliveries: ofOrganisationAndSystem,
  Accounts: ofOrganisation,
  AccountTags: ofOrganisation,
  Contacts: ofOrganisation,
  TaxRates: ofOrganisation,
  TaxComponents: ofOrganisation,
  TrackingCategories: ofOrganisation,
  TrackingOptions: ofOrganisation,
  TrackingSets: ofOrganisation,
  TrackingSetOptions: ofOrganisation,
  Transactions: ofOrganisation,
  TransactionLines: ofOrganisation,
  Allocations: ofOrganisation,
  ManualJournals: ofOrganisation,
  ManualJournalLines: ofOrganisation,
  JournalEntries: ofOrganisation,
  JournalLines: ofOrganisation,
  AccountBalances: ofOrganisation,
  XeroTrialBalances: ofOrganisation,
  LedgerChecks: ofOrganisation,
  Budgets: ofOrganisation,
  BudgetLines: ofOrganisation,
  Reports: ofOrganisation,
  CategoryRules: ofOrganisation,
};
