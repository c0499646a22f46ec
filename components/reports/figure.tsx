import { inFull, wholeUnits } from "#components/reports/figures.ts";
import { money } from "#lib/money.ts";
import { inUnit } from "#lib/reports/figure-words.ts";
import type { Cell } from "#lib/reports/report.ts";

type Props = Pick<Cell, "value" | "reason" | "unit">;

/** A figure of a statement. An unseen parenthesis stands behind whatever has none, so that (1,234) and 1,234 line up. */
export function Figure({ value, reason, unit }: Props) {
  if (value === null) return <Lined words="n/m" title={reason ?? "Not meaningful"} />;
  if (unit !== "money") return <Lined words={inUnit(value, unit)} title={inUnit(value, unit)} />;
  const amount = money(value);
  if (amount === 0n) return <Nil />;
  if (amount > 0n || wholeUnits(amount) === "0") return <Lined words={wholeUnits(amount)} title={inFull(amount)} />;
  return <span title={inFull(amount)}>({wholeUnits(amount)})</span>;
}

/** As wide as a closing parenthesis. */
function Gap() {
  return (
    <span aria-hidden className="invisible">
      )
    </span>
  );
}

function Lined({ words, title }: { words: string; title: string }) {
  return (
    <span title={title}>
      {words}
      <Gap />
    </span>
  );
}

function Nil() {
  return (
    <>
      <span aria-hidden>–</span>
      <span className="sr-only">nil</span>
      <Gap />
    </>
  );
}
