// Pōhutukawa's trading: caterers who invoice in haste, void, and forget to ask for the money.

import type { Firm } from "../firm/firm.ts";

export const firm: Firm = {
  key: "pohutukawa",
  prefix: "PC",
  currency: "NZD",
  sales: { type: "OUTPUT2", percent: 15 },
  purchases: { type: "INPUT2", percent: 15 },
  customers: [
    { name: "Harbour Events", code: "200", what: "Conference catering", from: 5_800, to: 9_400, days: [4, 18], terms: 14, late: 16, unpaid: 9 },
    { name: "Harbour Events Ltd", code: "200", what: "Conference catering", from: 2_100, to: 3_600, days: [11], months: [2, 5, 8, 11], terms: 14, late: 24, unpaid: 30 },
    { name: "Te Ara Weddings", code: "210", what: "Wedding breakfast", from: 4_200, to: 8_900, days: [7, 21], months: [1, 2, 3, 10, 11, 12], terms: 7, late: 9, unpaid: 6 },
    { name: "Ōrākei Sailing Club", code: "200", what: "Prize-giving dinner", from: 2_400, to: 3_900, days: [14], terms: 20, late: 31, unpaid: 16 },
    { name: "Mount Eden College", code: "200", what: "Staff lunches", from: 3_600, to: 5_200, days: [2, 16], terms: 20, late: 5, unpaid: 3 },
    { name: "Cash customers", code: "210", what: "Private function", from: 900, to: 2_300, days: [10, 24], terms: 0, late: 6, unpaid: 11 },
  ],
  suppliers: [
    { name: "City Markets Wholesale", code: "310", what: "Produce", from: 3_100, to: 5_300, days: [6, 20], terms: 20, late: 12, unpaid: 4 },
    { name: "Southern Ocean Seafood", code: "310", what: "Fish", from: 1_500, to: 3_000, days: [9], terms: 14, late: 8, unpaid: 5 },
    { name: "Vine & Barrel Imports", code: "315", what: "Wine", from: 1_900, to: 4_100, days: [13], terms: 20, late: 19, unpaid: 7 },
    { name: "Kitchen Lane Leasing", code: "469", what: "Kitchen lease", from: 3_650, to: 3_650, days: [1], terms: 7, late: 4 },
    { name: "Linen & Crockery Hire", code: "320", what: "Linen and crockery", from: 700, to: 1_600, days: [17], terms: 20, late: 6, unpaid: 4 },
    { name: "Bright Spark Energy", code: "445", what: "Power and gas", from: 680, to: 1_150, days: [22], terms: 20, late: 15 },
  ],
  standing: [
    { what: "Wages", who: "Staff", code: "477", days: [12, 26], from: 5_700, to: 6_900 },
    { what: "Petrol and parking", who: "Fuel Stop", code: "449", days: [5, 19], from: 120, to: 310 },
    { what: "Drawings", who: "The owners", code: "980", days: [25], from: 1_500, to: 1_500 },
    { what: "Account fee", who: "Kiwi Commercial Bank", code: "404", days: [28], from: 19, to: 19 },
  ],
  unreconciledDays: 24,
  voided: 13,
  drafts: 9,
  draftDays: 120,
};
