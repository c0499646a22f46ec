// The second engine: hledger adds up a plain-text journal between two days. Whole months are asked for all at once, other days one by one;
// what hledger says of an account is read from its CSV, exactly.
import { execFileSync } from "node:child_process";
import { addDays, firstDayOf, lastDayOf, type Month, monthOf } from "#lib/day.ts";
import { money } from "#lib/money.ts";
import type { Balances, Days, Engine } from "#lib/second-reading/engine.ts";

type Table = ReadonlyMap<Month, Balances>;

export function engineOf(journal: string): Engine {
  const table = remembered((flags: string) => tableOf(balance(journal, ["--monthly", ...flags.split(" ")])));
  const stretch = remembered((days: string) => balance(journal, days.split(" ")).at(0)?.balances ?? new Map());
  return (days) => monthsAsked(days).flatMap(({ flags, month }) => table(flags).get(month) ?? [])[0] ?? stretch(boundsOf(days));
}

/** How stretches that end with a month are asked for together; none for the others. */
function monthsAsked({ from, to }: Days): { flags: string; month: Month }[] {
  const month = monthOf(to);
  if (to !== lastDayOf(month) || (from !== null && from !== firstDayOf(monthOf(from)))) return [];
  if (from === null) return [{ flags: "--historical", month }];
  return [{ flags: from === firstDayOf(month) ? "--change" : `--cumulative --begin ${from}`, month }];
}

/** hledger's end lies outside its period. */
function boundsOf({ from, to }: Days): string {
  return [...(from === null ? [] : ["--begin", from]), "--end", addDays(to, 1)].join(" ");
}

type Period = { head: string; balances: Balances };

function tableOf(periods: readonly Period[]): Table {
  return new Map(periods.map(({ head, balances }) => [head, balances]));
}

function balance(journal: string, flags: readonly string[]): Period[] {
  const args = ["--file", journal, "balance", "--flat", "--empty", "--no-total", "--output-format", "csv", ...flags];
  const csv = execFileSync("hledger", args, { encoding: "utf8", maxBuffer: 512 * 1024 * 1024, env: { ...process.env, LANG: "C.UTF-8" } });
  const [[, ...heads] = [], ...rows] = csv.trim().split("\n").map(fieldsOf);
  return heads.map((head, index) => ({ head, balances: new Map(rows.map(([account = "", ...amounts]) => [account, money(amounts[index] ?? "")])) }));
}

/** Neither our account names nor hledger's amounts and months hold a quote or a comma. */
function fieldsOf(line: string): string[] {
  return line.split(",").map((field) => field.replaceAll('"', ""));
}

function remembered<Answer>(ask: (question: string) => Answer): (question: string) => Answer {
  const known = new Map<string, Answer>();
  return (question) => {
    const answer = known.get(question) ?? ask(question);
    known.set(question, answer);
    return answer;
  };
}
