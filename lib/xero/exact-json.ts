// JSON whose numbers keep their text: an amount must not pass through a float on its way from the wire to the ledger.

/** Parses JSON; every number becomes the text it was written as. SyntaxError when it is not JSON. */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => (typeof value === "number" ? (context?.source ?? String(value)) : value));
}
