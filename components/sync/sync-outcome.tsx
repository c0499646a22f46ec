"use client";

import { SyncProgress } from "#components/sync/sync-progress.tsx";
import type { SyncJob } from "#components/sync/sync-state.ts";
import { countInWords } from "#lib/amount-label.ts";
import { Notice } from "#components/ui/notice.tsx";
import { WhenOpened } from "#components/ui/when-opened.tsx";

type Props = { job: SyncJob; result: NonNullable<SyncJob["result"]> };

/** What a complete sync cost and brought; object by object for those who want to know. */
export function SyncOutcome({ job, result }: Props) {
  return (
    <>
      {result.warnings.length > 0 && (
        <Notice tone="warning" title="Complete, with something to look at" className="mx-4 sm:mx-5">
          <ul className="list-disc pl-4">
            {result.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <WhenOpened summary={`${countInWords(result.calls)} ${result.calls === 1 ? "call" : "calls"} to Xero, ${inMegabytes(result.bytes)} MB`} summaryClassName="mx-4 sm:mx-5">
        {() => (
          <div className="mt-2">
            <SyncProgress job={job} />
          </div>
        )}
      </WhenOpened>
    </>
  );
}

/** With two decimals: 0.31. */
export function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}
