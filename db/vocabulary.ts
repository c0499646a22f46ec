// The closed word lists, declared once: a column with one of them has a CHECK on both databases and a union type in TypeScript.
// Imports nothing, so that every room may read it.

export const roles = ["Admin", "Accountant", "Standard", "Executive", "ReadOnly"] as const;
export type Role = (typeof roles)[number];

export const userStatuses = ["active", "deactivated"] as const;

export const tenantTypes = ["Organization", "Practice", "XeroHQ"] as const;
export const connectionStatuses = ["connected", "reauthRequired", "disconnected"] as const;
export const tokenStatuses = ["live", "reauthRequired", "revoked"] as const;

export const transactionTypes = ["INVOICE", "BILL", "SPEND", "RECEIVE", "TRANSFER", "CREDIT_NOTE", "PAYMENT"] as const;
export type TransactionType = (typeof transactionTypes)[number];
export const directions = ["in", "out"] as const;
export const categorySources = ["rule", "user", "suggestion"] as const;
export const lineAmountTypes = ["Exclusive", "Inclusive", "NoTax"] as const;
export type LineAmountTypes = (typeof lineAmountTypes)[number];

export const accountClasses = ["ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"] as const;
export type AccountClass = (typeof accountClasses)[number];

export const allocationKinds = ["payment", "creditNote", "overpayment", "prepayment"] as const;
export type AllocationKind = (typeof allocationKinds)[number];

export const bases = ["accrual", "cash"] as const;
export type Basis = (typeof bases)[number];
/** What must hold in any books, whatever is posted to them. */
export const invariants = ["debitsEqualCredits", "netAssetsEqualEquity", "profitIsCurrentYearEarnings", "cashFlowIsChangeInBank", "receivablesEqualControl", "payablesEqualControl"] as const;
export type Invariant = (typeof invariants)[number];
export const entryStatuses = ["draft", "posted"] as const;

export const reportTypes = [
  "PROFIT_LOSS",
  "BALANCE_SHEET",
  "CASH_FLOW",
  "AGED_RECEIVABLES",
  "AGED_PAYABLES",
  "BUDGET_VARIANCE",
  "KPI_DASHBOARD",
  "CUSTOM",
] as const;
export type ReportType = (typeof reportTypes)[number];
export const reportStatuses = ["queued", "ready", "failed"] as const;

/** A draft is worked on; what is issued stays as it is. */
export const packStatuses = ["draft", "issued"] as const;

/** Where a budget comes from: Xero, or a file that somebody imported. */
export const budgetSources = ["xero", "file"] as const;
export type BudgetSource = (typeof budgetSources)[number];

export const jobTypes = ["sync", "webhook", "mail"] as const;
export type JobType = (typeof jobTypes)[number];
export const jobStatuses = ["queued", "running", "succeeded", "failed", "cancelled"] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** What a webhook may be told of. */
export const eventTypes = ["sync.succeeded", "sync.failed", "report.ready", "pack.issued", "alert.raised", "alert.ended", "tenant.reauthRequired", "webhook.test"] as const;
export type EventType = (typeof eventTypes)[number];
export const deliveryStatuses = ["pending", "delivered", "failed"] as const;

/** What an account is about, where its type does not say it. */
export const accountTags = ["depreciation", "interestExpense", "interestIncome", "incomeTax", "fx", "payroll", "loan", "owner"] as const;
/** What somebody may say of an account: one of these, or that it is none of them whatever it is called. */
export const choosableTags = [...accountTags, "none"] as const;
/** Where the cash of an account stands in the statement of cash flows. */
export const cashActivities = ["operating", "investing", "financing"] as const;

/** On which side of its threshold a figure raises an alert. */
export const alertSides = ["above", "below"] as const;
export type AlertSide = (typeof alertSides)[number];
/** What an alert is of: a key figure, or a document that changed on a day the books are locked for. */
export const alertKinds = ["figure", "lockedChange"] as const;
/** Why an alert is over: the figure came back, its rule was changed or removed, or somebody saw the change. */
export const alertEndings = ["figure", "ruleChanged", "ruleRemoved", "acknowledged"] as const;
export type AlertEnding = (typeof alertEndings)[number];

export const auditActorTypes = ["user", "key", "system"] as const;
export const auditStatuses = ["success", "error", "denied"] as const;
export const auditSeverities = ["info", "notice", "warning"] as const;

/** What a sync fetches, in the order it fetches it: what a document refers to comes before the document. */
export const syncObjects = [
  "Organisation",
  "Accounts",
  "TaxRates",
  "TrackingCategories",
  "Contacts",
  "Invoices",
  "CreditNotes",
  "BankTransactions",
  "Prepayments",
  "Overpayments",
  "BankTransfers",
  "Payments",
  "ManualJournals",
  "Budgets",
  "Journals",
  "TrialBalance",
] as const;
export type SyncObject = (typeof syncObjects)[number];
