// Bramble & Finch abroad: an Italian maker of fittings who bills in euros, and two galleries in dollars and euros who pay late.

import type { Day } from "../../exact/day.ts";
import { startOf } from "../../exact/day.ts";
import { type Numeral, numeral } from "../../exact/json.ts";
import { diceFor } from "../dice.ts";
import type { Firm } from "../firm/firm.ts";

export const abroad: Firm = {
  key: "bramble",
  prefix: "BFX",
  currency: "GBP",
  sales: { type: "ZERORATEDOUTPUT", percent: 0 },
  purchases: { type: "NONE", percent: 0 },
  customers: [
    { name: "Hudson Valley Antiques", code: "200", what: "Oak table, crated", from: 2_400, to: 4_400, days: [4, 18], terms: 30, late: 86, promised: 17, currency: "USD" },
    { name: "Galerie Lindenhof", code: "210", what: "Restoration of a cabinet", from: 1_600, to: 2_900, days: [19], terms: 30, late: 77, currency: "EUR" },
  ],
  suppliers: [{ name: "Ferramenta Bellini", code: "310", what: "Brass fittings", from: 480, to: 1_150, days: [9], terms: 30, late: 2, currency: "EUR" }],
  standing: [],
  unreconciledDays: 5,
  voided: 0,
  drafts: 0,
  draftDays: 0,
  rateOn,
};

const MIDDLE: Readonly<Record<string, number>> = { USD: 12_840, EUR: 11_720 };
const WEEK = 7 * 86_400_000;

// Units of a currency for one pound, drifting week by week.
function rateOn(currency: string, day: Day): Numeral {
  const week = Math.floor(startOf(day) / WEEK);
  const drift = diceFor("bramble", "rate", currency, week).between(-260, 260) + diceFor("bramble", "rate", currency, day).between(-40, 40);
  const tenThousandths = (MIDDLE[currency] ?? 10_000) + drift;
  return numeral(`${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, "0")}`);
}
