import { inFull, wholeUnits } from "#components/reports/figures.ts";
import { money } from "#lib/money.ts";
import type { Cell } from "#lib/reports/report.ts";

type Props = { value: string | null; reason: string | null; unit: Cell["unit"] };

/** A figure of a statement. An unseen parenthesis stands behind whatever has none, so that (1,234) and 1,234 line up. */
export function Figure({ value, reason, unit }: Props) {
  if (value === null) return <Lined words="n/m" title={reason ?? "Not meaningful"} />;
  const amount = money(value);
  if (unit === "percent") return amount < 0n ? <span>({inFull(-amount)})</span> : <Lined words={inFull(amount)} />;
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

function Lined({ words, title }: { words: string; title?: string }) {
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
