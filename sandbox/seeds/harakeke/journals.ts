// Month-end journals: depreciation, and an accrual that is reversed on the first of the next month.

import { addDays } from "../../exact/day.ts";
import { diceFor } from "../dice.ts";
import { cents, type Documents, idFor, type Month, stamp, type Written } from "../written.ts";

export function journalsOf(month: Month): Documents {
  return { ManualJournals: [...depreciation(month), ...accrual(month), ...taxProvision(month), ...oddities(month)] };
}

function depreciation(month: Month): readonly Written[] {
  return journal(month, "depreciation", month.end, `Depreciation ${month.label}`, [
    ["416", cents(224_500)],
    ["711", -cents(64_000)],
    ["721", -cents(160_500)],
  ]);
}

function accrual(month: Month): readonly Written[] {
  const accrued = cents(diceFor("harakeke", "accrual", month.label).between(180_000, 640_000));
  const narration = `Accrued subcontractors ${month.label}`;
  return [
    ...journal(month, "accrual", month.end, narration, moved("310", "805", accrued)),
    ...journal(month, "reversal", addDays(month.end, 1), `Reversal: ${narration}`, moved("805", "310", accrued)),
  ];
}

function taxProvision(month: Month): readonly Written[] {
  if (Number(month.label.slice(5)) % 3 !== 0) return [];
  return journal(month, "tax", month.end, "Income tax provision for the quarter", moved("505", "830", cents(2_850_000)));
}

// One journal that was voided, and one that nobody has approved yet.
function oddities(month: Month): readonly Written[] {
  if (month.index === 3) return journal(month, "mistake", month.end, "Entered twice", moved("429", "805", cents(5_000)), "VOIDED");
  if (month.index !== 23) return [];
  return journal(month, "draft", month.start, "Bonus provision, to be discussed", moved("477", "805", cents(1_200_000)), "DRAFT");
}

function moved(debit: string, credit: string, amount: bigint): readonly (readonly [string, bigint])[] {
  return [
    [debit, amount],
    [credit, -amount],
  ];
}

function journal(
  { label, today }: Month,
  what: string,
  date: string,
  Narration: string,
  lines: readonly (readonly [string, bigint])[],
  Status = "POSTED",
): readonly Written[] {
  if (date > today) return [];
  const ManualJournalID = idFor("harakeke", "journal", label, what);
  const JournalLines = lines.map(([AccountCode, LineAmount]) => ({
    AccountCode,
    LineAmount,
    TaxType: "NONE",
    TaxAmount: 0n,
    Description: Narration,
  }));
  const flags = { LineAmountTypes: "NoTax", ShowOnCashBasisReports: false, HasAttachments: false };
  return [{ ManualJournalID, Narration, Date: date, Status, ...flags, JournalLines, UpdatedDateUTC: stamp(date, ManualJournalID) }];
}
