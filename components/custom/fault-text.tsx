import type { ReactNode } from "react";
import { type Fault, faultAt } from "#components/custom/faults.ts";

/** What is wrong with a field, nothing where nothing is. Where it points at a character, "…\nformula\n   ^", the formula stands beneath with that
 * character marked, which holds on a phone too. */
export function faultText(faults: readonly Fault[], field: string): ReactNode {
  const detail = faultAt(faults, field);
  return detail === undefined ? undefined : <FaultText detail={detail} />;
}

function FaultText({ detail }: { detail: string }) {
  const [said, formula, caret] = detail.split("\n");
  if (formula === undefined || caret === undefined) return said;
  const place = caret.length - 1;
  return (
    <>
      {said}
      <code className="mt-1 block font-mono whitespace-pre-wrap wrap-anywhere">
        {formula.slice(0, place)}
        <mark className="bg-critical-soft text-critical underline decoration-2 underline-offset-4">{formula.charAt(place) || "\u00a0"}</mark>
        {formula.slice(place + 1)}
      </code>
    </>
  );
}
