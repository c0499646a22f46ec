// Money is a bigint in ten-thousandths of the currency unit; a rate is a bigint in 10^-10, foreign units per base unit.
// Rounding is half away from zero, to whole cents, and happens here and nowhere else.

const MONEY_DECIMALS = 4;
const RATE_DECIMALS = 10;
const CENT = 100n;

export const ONE = 10n ** BigInt(RATE_DECIMALS);

export function readMoney(text: string): bigint | undefined {
  return readDecimal(text, MONEY_DECIMALS);
}

export function readRate(text: string): bigint | undefined {
  const rate = readDecimal(text, RATE_DECIMALS);
  return rate !== undefined && rate > 0n ? rate : undefined;
}

// At least two decimals, more only where the amount has them: 1234.5 is written 1234.50.
export function writeMoney(amount: bigint): string {
  const digits = magnitude(amount)
    .toString()
    .padStart(MONEY_DECIMALS + 1, "0");
  const fraction = digits.slice(-MONEY_DECIMALS).replace(/0{1,2}$/, "");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -MONEY_DECIMALS)}.${fraction}`;
}

export function toBase(amount: bigint, rate: bigint): bigint {
  return roundedQuotient(amount * ONE, rate * CENT) * CENT;
}

// The part of `whole` that `share` is of `total`, in whole cents.
export function portion(whole: bigint, share: bigint, total: bigint): bigint {
  return total === 0n ? 0n : roundedQuotient(whole * share, total * CENT) * CENT;
}

// A total in whole cents by weight; the cents that are left go to the largest remainders, the first of equals first.
export function sharedOut(total: bigint, weights: readonly bigint[]): readonly bigint[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const floors = weights.map((weight) => floorQuotient(total * weight, whole * CENT) * CENT);
  const rests = weights.map((weight, index) => ({ index, rest: (total * weight - (floors[index] ?? 0n) * whole) * (whole < 0n ? -1n : 1n) }));
  rests.sort((one, other) => (one.rest === other.rest ? one.index - other.index : one.rest < other.rest ? 1 : -1));
  const cents = Number((total - sum(floors)) / CENT);
  const lucky = new Set(rests.slice(0, cents).map(({ index }) => index));
  return floors.map((floor, index) => (lucky.has(index) ? floor + CENT : floor));
}

function floorQuotient(dividend: bigint, divisor: bigint): bigint {
  const truncated = dividend / divisor;
  return dividend % divisor !== 0n && dividend < 0n !== divisor < 0n ? truncated - 1n : truncated;
}

export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = (2n * magnitude(dividend) + magnitude(divisor)) / (2n * magnitude(divisor));
  return dividend < 0n === divisor < 0n ? quotient : -quotient;
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

// Rounds the decimal text of a quantity or price to so many decimals, as Xero's unitdp does.
export function withDecimals(text: string, decimals: number): string {
  const exact = readDecimal(text, RATE_DECIMALS);
  if (exact === undefined) return text;
  const rounded = roundedQuotient(exact, 10n ** BigInt(RATE_DECIMALS - decimals));
  const digits = magnitude(rounded)
    .toString()
    .padStart(decimals + 1, "0");
  return `${rounded < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function readDecimal(text: string, decimals: number): bigint | undefined {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign = "", whole = "", written = ""] = parts;
  const fraction = written.replace(/0+$/, "");
  if (fraction.length > decimals) return undefined;
  const scaled = BigInt(whole + fraction.padEnd(decimals, "0"));
  return sign === "-" ? -scaled : scaled;
}
