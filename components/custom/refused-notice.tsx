import type { Refused } from "#components/custom/faults.ts";
import { Notice } from "#components/ui/notice.tsx";
import { placeInWords } from "#lib/reports/custom/saved/row-words.ts";

/** Everything that is wrong, each with its row and field. */
export function RefusedNotice({ refused: { refused, faults } }: { refused: Refused }) {
  if (faults.length === 0) return <Notice tone="error">{refused}</Notice>;
  return (
    <Notice tone="error" title="Nothing was saved.">
      <ul>
        {faults.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`} className="wrap-anywhere">
            {placeInWords(pointer)}: {detail.split("\n")[0]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
