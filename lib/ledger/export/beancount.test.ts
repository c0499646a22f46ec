import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beancountLedger } from "#lib/ledger/export/beancount.ts";
import type { PostedLine } from "#lib/ledger/export/queries.ts";
import { money } from "#lib/money.ts";

const bank = { class: "ASSET", type: "BANK", id: "01990000-0000-7000-8000-0000000000a1" } as const;
const sales = { class: "REVENUE", type: "SALES", id: "f1990000-0000-7000-8000-0000000000a2" } as const;
const line = (sequence: number, date: string, narration: string | null, account: PostedLine["account"], amount: string): PostedLine => {
  const net = money(amount);
  return { sequence, date, narration, sourceType: "invoice", account, debit: net > 0n ? net : 0n, credit: net < 0n ? -net : 0n };
};
const lines = [
  line(1, "2026-10-03", 'The "big" one\n2020-01-01 open Assets:Evil', bank, "115.5"),
  line(1, "2026-10-03", null, sales, "-115.5"),
  line(2, "2026-09-30", "ends in a backslash \\", bank, "0.0001"),
  line(2, "2026-09-30", null, sales, "-0.0001"),
];
const text = `option "title" "Kauri & 'Sons'"
option "operating_currency" "NZD"

2026-09-30 open Assets:BANK:A01990000-0000-7000-8000-0000000000a1 NZD
2026-09-30 open Income:SALES:Af1990000-0000-7000-8000-0000000000a2 NZD

2026-10-03 * "invoice" "The 'big' one 2020-01-01 open Assets:Evil"
  sequence: 1
  Assets:BANK:A01990000-0000-7000-8000-0000000000a1  115.50 NZD
  Income:SALES:Af1990000-0000-7000-8000-0000000000a2  -115.50 NZD

2026-09-30 * "invoice" "ends in a backslash /"
  sequence: 2
  Assets:BANK:A01990000-0000-7000-8000-0000000000a1  0.0001 NZD
  Income:SALES:Af1990000-0000-7000-8000-0000000000a2  -0.0001 NZD
`;

test("a ledger is Beancount's text to the letter, whatever names and narrations contain", () => {
  expect(beancountLedger(lines, { name: 'Kauri & "Sons"', currency: "NZD" })).toBe(text);
});

const isHere = spawnSync("bean-check", ["--help"], { stdio: "ignore" }).status === 0;

test.skipIf(!isHere)(`Beancount itself finds no fault in it, and finds one that is planted${isHere ? "" : " (skipped: bean-check is not on this machine; Debian: apt-get install beancount)"}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "daybook-beancount-"));
  const checked = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return execFileSync("bean-check", ["--no-cache", join(folder, name)], { stdio: "pipe" }).toString();
  };
  try {
    expect(checked("right.beancount", text)).toBe("");
    expect(() => checked("wrong.beancount", text.replace("  115.50 NZD", "  115.51 NZD"))).toThrow("Transaction does not balance");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
