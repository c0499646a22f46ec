// Stone Creek's trading: shire councils and homes on one side, timber, concrete and the group on the other.

import type { Firm } from "../firm/firm.ts";

export const HOLDINGS = "Stone Creek Holdings Pty Ltd";
export const PLANT_HIRE = "Stone Creek Plant Hire Pty Ltd";
export const SHIRE = "Barwon Shire Council";

export const firm: Firm = {
  key: "stone-creek",
  prefix: "SCB",
  currency: "AUD",
  sales: { type: "OUTPUT", percent: 10 },
  purchases: { type: "INPUT", percent: 10 },
  customers: [
    { name: SHIRE, code: "200", what: "Building works, claim for the month", from: 34_000, to: 42_000, days: [8], terms: 30, late: 9 },
    { name: "Otway Coastal Homes", code: "200", what: "Frame and fit-out", from: 26_000, to: 35_000, days: [15], terms: 30, late: 12 },
    { name: "Surf Coast Dental", code: "210", what: "Renovation, stage payment", from: 9_000, to: 14_000, days: [22], terms: 14, late: 6 },
    { name: "Mrs A. Petrakis", code: "210", what: "Deck and pergola", from: 4_000, to: 8_500, days: [5], months: [2, 4, 6, 9, 11], terms: 14, late: 18 },
    { name: PLANT_HIRE, code: "230", what: "Yard staff, recharged", from: 6_400, to: 8_200, days: [12], terms: 30, late: 0 },
  ],
  suppliers: [
    { name: HOLDINGS, code: "490", what: "Group management fee", from: 7_500, to: 7_500, days: [1], terms: 30, late: 0 },
    { name: PLANT_HIRE, code: "315", what: "Excavator and crane hire", from: 6_200, to: 9_800, days: [10], terms: 30, late: 0 },
    { name: "Geelong Timber & Truss", code: "310", what: "Timber and trusses", from: 19_000, to: 26_000, days: [6], terms: 30, late: 5 },
    { name: "Bellarine Concrete", code: "310", what: "Concrete and pumping", from: 8_000, to: 12_500, days: [14], terms: 30, late: 3 },
    { name: "K. Nguyen Electrical", code: "320", what: "Electrical subcontract", from: 5_200, to: 8_600, days: [20], terms: 14, late: 4 },
    { name: "Northshore Estate Leasing", code: "469", what: "Yard and office", from: 4_200, to: 4_200, days: [1], terms: 7, late: 0 },
    { name: "Allied Site Insurance", code: "433", what: "Contract works cover", from: 3_900, to: 3_900, days: [18], months: [2, 5, 8, 11], terms: 21, late: 0 },
  ],
  standing: [
    { what: "Wages", who: "Staff", code: "477", days: [14, 28], from: 10_800, to: 11_600 },
    { what: "Superannuation", who: "Coastal Super Fund", code: "478", days: [28], from: 2_400, to: 2_600 },
    { what: "Account fee", who: "Bellarine Mutual Bank", code: "404", days: [28], from: 42, to: 42 },
  ],
  unreconciledDays: 4,
  voided: 2,
  drafts: 20,
  draftDays: 6,
};
