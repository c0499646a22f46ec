// Payroll posts to the ledger without any document that Xero's accounting API would show, and so does the opening
// balance: these are what a client can only find as a difference to the trial balance.

import { addDays, type Day } from "../../exact/day.ts";
import { cents, dayIn, idFor, type Month, units, type Written } from "../written.ts";
import { CARD_ID } from "./chart.ts";
import { openingStock } from "./items.ts";

// Gross pay grows a little each month and jumps with a new hire in the second year.
function grossPay({ index }: Month): bigint {
  return cents(7_840_000 + index * 21_500 + (index >= 13 ? 690_000 : 0));
}

export function netPay(month: Month): bigint {
  return grossPay(month) - paye(month);
}

function paye(month: Month): bigint {
  return (grossPay(month) * 27n) / 100n;
}

// What is paid on the twentieth is the tax of the month before; in the first month, what the opening balance owed.
export function payeDue(month: Month): bigint {
  return month.index === 0 ? units(19_800) : paye({ ...month, index: month.index - 1 });
}

export function payrollOf(month: Month): readonly Written[] {
  const date = dayIn(month, 26);
  if (date > month.today) return [];
  return [
    {
      PostingID: idFor("harakeke", "payroll", month.label),
      Date: date,
      Narration: `Payroll ${month.label}`,
      Lines: [
        { AccountCode: "477", NetAmount: grossPay(month) },
        { AccountCode: "814", NetAmount: -netPay(month) },
        { AccountCode: "825", NetAmount: -paye(month) },
      ],
    },
  ];
}

export function conversionBalance(firstDay: Day): Written {
  const opening: readonly (readonly [Written, bigint])[] = [
    [{ AccountCode: "090" }, units(412_000)],
    [{ AccountCode: "091" }, units(60_000)],
    [{ AccountCode: "092" }, cents(3_803_678)],
    [{ AccountID: CARD_ID }, -cents(164_255)],
    [{ AccountCode: "625" }, units(27_600)],
    openingStock,
    [{ AccountCode: "710" }, units(38_400)],
    [{ AccountCode: "711" }, -units(15_900)],
    [{ AccountCode: "720" }, units(52_700)],
    [{ AccountCode: "721" }, -units(29_300)],
    [{ AccountCode: "825" }, -units(19_800)],
    [{ AccountCode: "830" }, -units(31_000)],
    [{ AccountCode: "900" }, -units(88_000)],
    [{ AccountCode: "970" }, -units(1_000)],
    [{ AccountCode: "840" }, -cents(37)],
  ];
  const retained = -opening.reduce((sum, [, amount]) => sum + amount, 0n);
  return {
    PostingID: idFor("harakeke", "conversion"),
    Date: addDays(firstDay, -1),
    Narration: "Conversion balance",
    Lines: [...opening, [{ AccountCode: "960" }, retained] satisfies [Written, bigint]].map(([account, NetAmount]) => ({
      ...account,
      NetAmount,
    })),
  };
}
