// How exact numbers are kept: money and rates are bigints in code, NUMERIC text towards PostgreSQL, 64-bit integers in SQLite.
// Only the form is decided here; arithmetic is lib/money's.

const largestMoney = 999_999_999_999_999_999n;

export function refuseLargeMoney(amount: bigint): bigint {
  if (amount > largestMoney || amount < -largestMoney) throw new RangeError("An amount is beyond what a ledger here can hold.");
  return amount;
}

export function moneyToText(amount: bigint): string {
  return placed(refuseLargeMoney(amount), 4);
}

/** Also decodes totals, which may be larger than any single amount, but not than 64 bits: SQLite could not hold them. */
export function textToMoney(text: string): bigint {
  const total = counted(text, 4);
  if (BigInt.asIntN(64, total) !== total) throw new RangeError("A total is beyond 64 bits of ten-thousandths.");
  return total;
}

export function rateToText(value: bigint): string {
  return placed(value, 10);
}

export function textToRate(text: string): bigint {
  return counted(text, 10);
}

function placed(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function counted(text: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = String(text).split(".");
  if (fraction.length > decimals || !/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`An exact number came back from the database as ${text}.`);
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

/** A text as both databases give it back: no half of a character, no U+0000. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "");
}
