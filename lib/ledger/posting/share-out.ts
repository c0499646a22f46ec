// An amount over weights of either sign, to the cent, so that the shares are the amount again.
import { allocate, type Money, sum } from "#lib/money.ts";

/** Weights that sum to nothing give all of it to the first. */
export function shareOut(amount: Money, weights: readonly bigint[]): Money[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n));
  return whole > 0n ? allocate(amount, weights) : allocate(-amount, weights.map((weight) => -weight)).map((share) => -share);
}
