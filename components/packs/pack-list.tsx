import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { monthLabel } from "#lib/day-label.ts";
import type { ListedPack } from "#lib/packs/pack.ts";

type Props = { packs: readonly ListedPack[]; timeZone: string; hrefOf: (id: string) => string };

/** On a phone everything stands beneath the name. */
export function PackList({ packs, timeZone, hrefOf }: Props) {
  return (
    <Table caption="Month-end packs, newest first">
      <thead>
        <tr>
          <HeadCell>Pack</HeadCell>
          <HeadCell className="max-sm:hidden">When</HeadCell>
        </tr>
      </thead>
      <tbody>
        {packs.map((pack) => {
          const when = <When pack={pack} timeZone={timeZone} />;
          return (
            <tr key={pack.id} className="align-top">
              <RowHead>
                <Link href={hrefOf(pack.id)} prefetch={false} className="text-accent-strong underline-offset-4 hover:underline">
                  {pack.name}
                </Link>
                <span className="mt-0.5 block text-sm font-normal text-muted">
                  {monthLabel(pack.month)}, {pack.reports} {pack.reports === 1 ? "report" : "reports"}
                </span>
                <span className="mt-1.5 flex flex-wrap gap-1.5">
                  <PackStates status={pack.status} stale={pack.stale} />
                </span>
                <span className="mt-1.5 block text-sm font-normal sm:hidden">{when}</span>
              </RowHead>
              <Cell className="max-sm:hidden">{when}</Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

export function PackStates({ status, stale }: Pick<ListedPack, "status" | "stale">) {
  return (
    <>
      <Badge tone={status === "issued" ? "success" : "neutral"}>{status === "issued" ? "Issued" : "Draft"}</Badge>
      {stale && <Badge tone="warning">Stale: the books have changed</Badge>}
    </>
  );
}

function When({ pack: { issuedAt, issuedBy, createdAt, madeBy }, timeZone }: { pack: ListedPack; timeZone: string }) {
  const by = issuedAt ? issuedBy : madeBy;
  return (
    <>
      <Moment at={issuedAt ?? createdAt} timeZone={timeZone} />
      <span className="block text-sm text-muted">
        {issuedAt ? "issued" : "drafted"}
        {by && ` by ${by}`}
      </span>
    </>
  );
}
