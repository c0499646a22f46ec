import { objectLines, type SyncJob } from "#components/sync/sync-state.ts";
import { countInWords } from "#lib/amount-label.ts";
import { Progress } from "#components/ui/progress.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";

/** What has been fetched from Xero and written here, object by object. */
export function SyncProgress({ job }: { job: SyncJob }) {
  const lines = objectLines(job);
  if (lines.length === 0) return null;
  return (
    <Table caption="What this sync has fetched so far" className="text-sm [&_tbody_:is(td,th)]:py-1.5">
      <thead>
        <tr>
          <HeadCell>From Xero</HeadCell>
          <HeadCell className="w-1/3 max-sm:hidden">
            <span className="sr-only">Progress</span>
          </HeadCell>
          <HeadCell numeric>Fetched</HeadCell>
          <HeadCell numeric>Written</HeadCell>
          <HeadCell numeric className="max-sm:hidden">
            Calls
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name}>
            <RowHead>{line.label}</RowHead>
            <Cell className="max-sm:hidden">
              <Progress label={`${line.label} fetched`} value={line.fetched} max={line.total} />
            </Cell>
            <Cell numeric>
              {countInWords(line.fetched)}
              {line.total !== null && <span className="text-muted"> of {countInWords(line.total)}</span>}
            </Cell>
            <Cell numeric>
              {countInWords(line.written)}
            </Cell>
            <Cell numeric className="max-sm:hidden">
              {countInWords(line.calls)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
