// Money is counted, not measured: an amount is a bigint number of ten-thousandths of its currency's unit, from the wire to the
// pixel. Whatever has to be rounded is rounded here, half away from zero, and whatever has to be shared adds up to the whole again.

/** Ten-thousandths of a currency unit. */
export type Money = bigint;
/** A rate or quantity in ten-thousand-millionths (ten decimals). Exchange rates are foreign units per base unit. */
export type Rate = bigint;

const moneyDecimals = 4;
const rateDecimals = 10;
const cent = 100n;

/** No single amount may be larger: 99,999,999,999,999.9999 either way. */
export const largestMoney: Money = 999_999_999_999_999_999n;
export const rateOfOne: Rate = 10n ** BigInt(rateDecimals);

/** "1234.5" → 12345000n. Takes JSON's exponents. RangeError when it is no number or has more than four decimals. A sum may be of any size. */
export function money(text: string): Money {
  return scaled(text, moneyDecimals);
}

/** An amount as somebody states it. RangeError when it is larger than a single one may be, too. */
export function statedMoney(text: string): Money {
  const amount = money(text);
  if (amount > largestMoney || amount < -largestMoney) throw new RangeError(`The amount ${text} is beyond what a ledger here can hold.`);
  return amount;
}

/** "0.614100" → 6141000000n. RangeError when it is no number or has more than ten decimals. */
export function rate(text: string): Rate {
  return scaled(text, rateDecimals);
}

/** 12345000n → "1234.50": two decimals, more only where there are more. */
export function decimal(amount: Money): string {
  return trimmed(unscaled(amount, moneyDecimals), 2);
}

/** 6141000000n → "0.6141". */
export function rateText(value: Rate): string {
  return trimmed(unscaled(value, rateDecimals), 0);
}

export function sum(amounts: Iterable<Money>): Money {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

/** For sorting: the larger first. A difference of amounts is no number to sort by. */
export function largerFirst(one: Money, other: Money): number {
  return Number(other > one) - Number(other < one);
}

export function absolute(amount: Money): Money {
  return amount < 0n ? -amount : amount;
}

/** To whole cents, half away from zero. */
export function roundToCents(amount: Money): Money {
  return quotient(amount, cent) * cent;
}

/** A foreign amount in base currency, to the cent: Xero's rate is foreign units per base unit, so it divides. */
export function inBaseCurrency(amount: Money, exchangeRate: Rate): Money {
  if (exchangeRate === rateOfOne) return roundToCents(amount);
  return quotient(amount * rateOfOne, exchangeRate * cent) * cent;
}

/** amount × part ÷ whole, to the cent. */
export function portion(amount: Money, part: bigint, whole: bigint): Money {
  return quotient(amount * part, whole * cent) * cent;
}

/** An amount, to the cent, times itself: so it has four decimals at most. */
export function squared(amount: Money): Money {
  const cents = roundToCents(amount) / cent;
  return cents * cents;
}

/** Shares of a total in whole cents by weight, largest remainders first, so that they sum to the total. At least one weight is not 0. */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const whole = sum(weights);
  if (whole === 0n) throw new RangeError("Nothing can be shared out by weights that sum to zero.");
  const floors = weights.map((weight) => floorQuotient(total * weight, whole * cent) * cent);
  const remainders = weights.map((weight, index) => ({ index, rest: total * weight - (floors[index] ?? 0n) * whole }));
  const order = remainders.toSorted((one, other) => largerFirst(one.rest, other.rest) || one.index - other.index);
  let left = total - sum(floors);
  for (const { index } of order) {
    if (left === 0n) break;
    const step = left < cent ? left : cent;
    floors[index] = (floors[index] ?? 0n) + step;
    left -= step;
  }
  return floors;
}

/** Division to the nearest whole, half away from zero. */
export function quotient(dividend: bigint, divisor: bigint): bigint {
  if (divisor === 0n) throw new RangeError("Division by zero.");
  const negative = dividend < 0n !== divisor < 0n;
  const top = absolute(dividend);
  const bottom = absolute(divisor);
  const nearest = (2n * top + bottom) / (2n * bottom);
  return negative ? -nearest : nearest;
}

function floorQuotient(dividend: bigint, divisor: bigint): bigint {
  const truncated = dividend / divisor;
  return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? truncated - 1n : truncated;
}

function scaled(text: string, decimals: number): bigint {
  const parts = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text.trim());
  if (!parts) throw new RangeError(`"${text}" is not a decimal number.`);
  const [, minus = "", whole = "", fraction = "", exponent = "0"] = parts;
  const shift = decimals - fraction.length + Number(exponent);
  const digits = BigInt(whole + fraction);
  const size = shift >= 0 ? digits * 10n ** BigInt(shift) : exactQuotient(digits, 10n ** BigInt(-shift), text);
  return minus ? -size : size;
}

function exactQuotient(digits: bigint, divisor: bigint, text: string): bigint {
  if (digits % divisor !== 0n) throw new RangeError(`"${text}" has more decimals than can be kept exactly.`);
  return digits / divisor;
}

function unscaled(value: bigint, decimals: number): string {
  const digits = absolute(value).toString().padStart(decimals + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function trimmed(text: string, fewest: number): string {
  const point = text.indexOf(".");
  const fraction = text.slice(point + 1).replace(/0+$/, "").padEnd(fewest, "0");
  return fraction === "" ? text.slice(0, point) : `${text.slice(0, point)}.${fraction}`;
}
