// An amount as it stands in somebody's file, read exactly or not at all. Points, commas, spaces and apostrophes are used in different countries for
// different things: where only one reading is possible it is taken, and where 1,234 could be a thousand or a little more than one, nobody guesses.
import { type Money, statedMoney } from "#lib/money.ts";

/** `amount` is null for an empty cell: nothing was budgeted. */
export type Figure = { amount: Money | null } | { problem: string };

export function readFigure(written: string): Figure {
  const text = written.replace(/[\u00A0\u202F\u2009]/g, " ").replace(/[−–—]/g, "-").trim();
  if (text === "") return { amount: null };
  if (/^[=+@]/.test(text)) return { problem: "is a formula; save the file with its values" };
  if (text.startsWith("#")) return { problem: "is an error of the spreadsheet, not an amount" };
  const { isNegative, digits } = unsigned(text);
  if (digits === "-") return { amount: 0n };
  const readings = [...new Set(conventions.flatMap((convention) => convention(digits) ?? []))];
  const [reading, other] = readings;
  if (reading === undefined) return { problem: "is not an amount; write it as 1234.50" };
  if (other !== undefined) return { problem: `can be read as ${reading} and as ${other}; write it without separators between thousands` };
  return exact(isNegative ? `-${reading}` : reading);
}

/** Accountants put what is negative in parentheses; a currency's sign is let go. */
function unsigned(text: string): { isNegative: boolean; digits: string } {
  const [isEnclosed, within = text] = /^\((.+)\)$/.exec(text) ?? [];
  const bare = within.replace(/[$£€]/, "").trim();
  const [hasMinus] = /^-(?=.*\d)/.exec(bare) ?? [];
  return { isNegative: (isEnclosed !== undefined) !== (hasMinus !== undefined), digits: bare.slice(hasMinus ? 1 : 0).replace(/[$£€]/, "").trim() };
}

type Convention = (digits: string) => string | null;

const conventions: Convention[] = [
  plain("."),
  plain(","),
  ...[",.", ".,", " .", " ,", "'.", "',", "’.", "’,"].map(([group = "", point = ""]) => grouped(group, point)),
];

/** 1234.5 */
function plain(point: string): Convention {
  const form = new RegExp(`^\\d+(\\${point}\\d+)?$`);
  return (digits) => (form.test(digits) ? digits.replace(point, ".") : null);
}

/** 1,234.5 */
function grouped(group: string, point: string): Convention {
  const form = new RegExp(`^[1-9]\\d{0,2}([${group}]\\d{3})+([${point}]\\d+)?$`);
  return (digits) => (form.test(digits) ? digits.replaceAll(group, "").replace(point, ".") : null);
}

function exact(text: string): Figure {
  try {
    return { amount: statedMoney(text) };
  } catch {
    return { problem: "is larger than a ledger here can hold, or has more than four decimals" };
  }
}
