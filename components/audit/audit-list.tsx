import { actionWords, detailsInWords, statusWords } from "#components/audit/words.ts";
import { browserOf } from "#components/people/browser-of.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { AuditLog } from "#lib/audit/audit-log.ts";

type Props = { rows: readonly AuditLog[]; timeZone: string; caption: string };

/** On a phone what happened and from where stand beneath who and when. */
export function AuditList({ rows, timeZone, caption }: Props) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <HeadCell>What happened</HeadCell>
          <HeadCell>Who</HeadCell>
          <HeadCell className="max-md:hidden">When</HeadCell>
          <HeadCell className="max-md:hidden">From where</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="align-top">
            <RowHead>
              <What row={row} />
            </RowHead>
            <Cell>
              <Who row={row} />
              <span className="mt-1 block text-sm text-muted md:hidden">
                <Moment at={row.createdAt} timeZone={timeZone} />
              </span>
            </Cell>
            <Cell className="whitespace-nowrap max-md:hidden">
              <Moment at={row.createdAt} timeZone={timeZone} />
            </Cell>
            <Cell className="max-md:hidden">
              <Where row={row} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function What({ row }: { row: AuditLog }) {
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {actionWords(row.action)}
        {row.status !== "success" && <Badge tone={row.status === "denied" ? "warning" : "error"}>{statusWords[row.status]}</Badge>}
      </span>
      <About row={row} />
      <details className="mt-1 text-sm font-normal text-muted">
        <summary className="w-fit rounded-sm">Row {row.sequence}</summary>
        <dl className="mt-1 grid gap-x-3 gap-y-0.5 sm:grid-cols-[auto_1fr]">
          <Fact term="Word" value={row.action} />
          {row.resourceType && <Fact term={row.resourceType} value={row.resourceId} />}
          <Fact term="Program" value={row.userAgent} />
          <Fact term="Hash" value={row.hash} />
          <Fact term="Hash before" value={row.prevHash} />
        </dl>
      </details>
    </>
  );
}

/** Whom it was done to, unless they did it themselves, and what else is known. */
function About({ row }: { row: AuditLog }) {
  const person = row.resourceId === row.actorId ? null : row.resourceName;
  const words = [person, row.details && detailsInWords(row.details)].filter(Boolean).join(" · ");
  return words === "" ? null : <span className="mt-0.5 block text-sm font-normal break-words text-muted">{words}</span>;
}

function Fact({ term, value }: { term: string; value: string | null }) {
  if (value === null) return null;
  return (
    <>
      <dt className="font-medium">{term}</dt>
      <dd className="break-all">{value}</dd>
    </>
  );
}

function Who({ row }: { row: AuditLog }) {
  if (row.actorType === "system") return <span className="text-muted">Daybook</span>;
  return (
    <>
      {row.actorName ?? (row.actorId === null ? "Nobody known" : "Somebody who has left")}
      {row.actorType === "key" && <span className="block text-sm text-muted">by API key</span>}
    </>
  );
}

function Where({ row }: { row: AuditLog }) {
  if (row.ipAddress === null && row.userAgent === null) return <span className="text-muted">–</span>;
  return (
    <>
      {row.ipAddress ?? "Unknown address"}
      <span className="block text-sm text-muted">{browserOf(row.userAgent)}</span>
    </>
  );
}
