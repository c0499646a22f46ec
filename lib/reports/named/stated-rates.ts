// Exchange rates as somebody types them, and as a form shows them again: "USD 0.61, EUR 0.55", units of each currency for one of the books'.
import type { StatedRate } from "#lib/reports/named/named-parameters.ts";
import { refuse } from "#lib/refusal.ts";

/** Refusal "invalid" with a sentence. Whether a rate makes sense is said by its schema. */
export function statedRates(text: string): StatedRate[] {
  const parts = text.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== "");
  return parts.map((part) => {
    const [, currency, rate] = /^([A-Za-z]{3})\s*[=:]?\s*(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    if (currency === undefined || rate === undefined) return refuse("invalid", `“${part}” is no rate. Write the currency and how much of it one unit of your own is worth, as USD 0.61, and a comma between two.`);
    return { currency: currency.toUpperCase(), rate };
  });
}

export function ratesInWords(rates: readonly StatedRate[]): string {
  return rates.map(({ currency, rate }) => `${currency} ${rate}`).join(", ");
}
