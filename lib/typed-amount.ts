/**
 * An amount as somebody types it into a form, as the plain decimal that it is meant to be: "20,000", "45.5 %", "−31.40". A comma is let go only where it parts
 * thousands; whatever else is in it stays, so that it is refused where it is read, and never taken for ten times as much.
 */
export function typedAmount(text: string): string {
  const bare = text.replace(/[\s%]/g, "").replace("−", "-");
  return /^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
}
