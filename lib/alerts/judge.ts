// When a figure raises an alert and when the alert is over. Raised beyond the threshold, over only behind the band: a figure that trembles about its
// threshold is told once. A figure that is not meaningful says nothing, neither bad nor good.
import type { AlertSide } from "#db/vocabulary.ts";
import type { Money } from "#lib/money.ts";

/** In the unit of the figure; `band` is not negative. */
export type Watch = { side: AlertSide; threshold: Money; band: Money };
/** `figure` is the last meaningful one. */
export type Standing = { isOpen: false } | { isOpen: true; figure: Money; isAcknowledged: boolean };

/** Acknowledged means that somebody saw this figure: another one is to be seen again. */
export function nextStanding(watch: Watch, before: Standing, figure: Money | null): Standing {
  if (figure === null) return before;
  if (!before.isOpen) return isBeyond(watch, figure) ? { isOpen: true, figure, isAcknowledged: false } : before;
  if (isBack(watch, figure)) return { isOpen: false };
  return figure === before.figure ? before : { isOpen: true, figure, isAcknowledged: false };
}

export function isBeyond({ side, threshold }: Watch, figure: Money): boolean {
  return side === "above" ? figure > threshold : figure < threshold;
}

function isBack({ side, threshold, band }: Watch, figure: Money): boolean {
  return side === "above" ? figure <= threshold - band : figure >= threshold + band;
}
