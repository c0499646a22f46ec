// Figures become floating-point numbers here, to be drawn and for nothing else: a pixel does not know cents.

/** Null where there is no figure. */
export function drawn(value: string | null): number | null {
  return value === null ? null : Number(value);
}

/** "120K", "−1.5M": enough for an axis. */
export function onAxis(value: number): string {
  return new Intl.NumberFormat("en-NZ", { notation: "compact", maximumFractionDigits: 1 }).format(value).replace("-", "−");
}
