// Under which activity the cash of an account stands: where somebody put it, or by what it is about, or by its section. Interest lies where the
// accounting standard puts it. Gains on bank balances are a line of their own, for no activity made them.
import { cashActivities } from "#db/vocabulary.ts";
import { type Tag, tagAndOrigin } from "#lib/accounts/account-tag.ts";
import { type Account, type Section, sectionOf } from "#lib/reports/sections.ts";

export const activities = cashActivities;
export const cashPlaces = [...activities, "exchange"] as const;
export type Activity = (typeof cashPlaces)[number];
export const activityOrigins = ["system", "chosen", "tag", "type"] as const;
type ActivityOrigin = (typeof activityOrigins)[number];

export const presentations = ["ias7", "usgaap", "ifrs18"] as const;
export type Presentation = (typeof presentations)[number];

export const activityLabels: Record<Activity, string> = {
  operating: "Operating Activities",
  investing: "Investing Activities",
  financing: "Financing Activities",
  exchange: "Effect of exchange rates on cash",
};

const bySection: Partial<Record<Section, Activity>> = { fixedAssets: "investing", nonCurrentAssets: "investing", nonCurrentLiabilities: "financing", equity: "financing" };

/** Depreciation is no cash: it stands beside the assets whose value it takes, and cancels out there. */
const byTag: Partial<Record<Tag, Record<Presentation, Activity>>> = {
  depreciation: { ias7: "investing", usgaap: "investing", ifrs18: "investing" },
  interestIncome: { ias7: "investing", usgaap: "operating", ifrs18: "investing" },
  interestExpense: { ias7: "operating", usgaap: "operating", ifrs18: "financing" },
  loan: { ias7: "financing", usgaap: "financing", ifrs18: "financing" },
  owner: { ias7: "financing", usgaap: "financing", ifrs18: "financing" },
};

/** Of any account but a bank's. */
export function activityOf(account: Account, presentation: Presentation): Activity {
  return activityAndOrigin(account, presentation).activity;
}

/** The activity, and what puts the account there. */
export function activityAndOrigin(account: Account, presentation: Presentation): { activity: Activity; by: ActivityOrigin } {
  if (account.systemAccount === "BANKCURRENCYGAIN") return { activity: "exchange", by: "system" };
  if (account.chosenActivity) return { activity: account.chosenActivity, by: "chosen" };
  const { tag } = tagAndOrigin(account);
  const ofTag = tag && byTag[tag]?.[presentation];
  if (ofTag) return { activity: ofTag, by: "tag" };
  return { activity: bySection[sectionOf(account)] ?? "operating", by: "type" };
}

/** American books follow their own standard, all others the international one, until somebody chooses. */
export function presentationOf(country: string | null): Presentation {
  return country === "US" ? "usgaap" : "ias7";
}

/** Current accounts whose names suggest another activity than their type, or are why they stand where they do: for somebody to confirm, once. */
export function isToConfirm(account: Account): boolean {
  if (account.chosenTag || account.chosenActivity) return false;
  const isCurrent = account.systemAccount === null && ["currentAssets", "currentLiabilities"].includes(sectionOf(account));
  return isCurrent && /\b(loans?|mortgage|investments?|owners?|drawings?|shareholders?|directors?|tax|dividends?)\b/i.test(account.name);
}
