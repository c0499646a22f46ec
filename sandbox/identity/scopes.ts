// The granular scopes of apps registered since March 2026. The broad ones they replaced are refused, as Xero does.

const OPEN_ID = ["openid", "profile", "email", "offline_access"];

const WITH_READ_TWIN = [
  "accounting.invoices",
  "accounting.payments",
  "accounting.banktransactions",
  "accounting.manualjournals",
  "accounting.classicexpenses",
  "accounting.settings",
  "accounting.contacts",
  "accounting.attachments",
  "files",
  "assets",
];

const REPORTS = [
  "aged",
  "balancesheet",
  "banksummary",
  "budgetsummary",
  "executivesummary",
  "profitandloss",
  "trialbalance",
  "taxreports",
  "tenninetynine",
];

export const KNOWN_SCOPES: ReadonlySet<string> = new Set([
  ...OPEN_ID,
  ...WITH_READ_TWIN.flatMap((scope) => [scope, `${scope}.read`]),
  ...REPORTS.map((report) => `accounting.reports.${report}.read`),
  "accounting.budgets.read",
  "accounting.journals.read",
]);

export function scopesIn(written: string): readonly string[] {
  return [...new Set(written.split(/\s+/).filter(Boolean))];
}

// A write scope covers reading too.
export function allows(granted: readonly string[], needed: string): boolean {
  return granted.includes(needed) || granted.includes(needed.replace(/\.read$/, ""));
}
