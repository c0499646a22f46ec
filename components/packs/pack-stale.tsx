import type { ReactNode } from "react";
import { DocumentLine } from "#components/reports/stale-notice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { countInWords } from "#lib/amount-label.ts";
import type { DocumentChange } from "#lib/reports/changes/changes.ts";

type Changed = { id: string; name: string; documents: readonly DocumentChange[] };
type Props = { isIssued: boolean; parts: readonly Changed[]; documentHref: (id: string) => string; children: ReactNode };

const mostShown = 5;

/** By which of its reports a pack turned stale: `parts` are those on whose days and accounts something was posted since. */
export function PackStale({ isIssued, parts, documentHref, children }: Props) {
  return (
    <Notice tone="warning" title={titleOf(parts)} className="mb-5 print:hidden">
      <p>{isIssued ? "The pack still says exactly what was issued." : "The draft has the reports as they were made."}</p>
      {parts.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2">
          {parts.map(({ id, name, documents }) => (
            <li key={id}>
              <span className="font-medium">{name}</span>
              <ul className="pl-4">
                {documents.slice(0, mostShown).map((change) => (
                  <li key={`${change.type} ${change.number} ${change.what} ${change.date}`}>
                    <DocumentLine change={change} documentHref={documentHref} />
                  </li>
                ))}
                {documents.length > mostShown && <li>and {countInWords(documents.length - mostShown)} more</li>}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {children}
    </Notice>
  );
}

function titleOf(parts: readonly Changed[]): string {
  if (parts.length === 0) return "The books have changed since, but not on the days and accounts of these reports";
  return `Stale: the books of ${parts.length === 1 ? "one report" : `${countInWords(parts.length)} reports`} have changed since`;
}
