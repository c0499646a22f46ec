import Link from "next/link";
import { Moment } from "#components/ui/moment.tsx";
import { HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Props = { definitions: readonly { id: string; name: string; rows: readonly unknown[]; savedBy: string | null; updatedAt: Date }[]; timeZone: string; hrefOf: (id: string) => string };

export function DefinitionList({ definitions, timeZone, hrefOf }: Props) {
  return (
    <Table caption="Custom reports, by name">
      <thead>
        <tr>
          <HeadCell>Report</HeadCell>
        </tr>
      </thead>
      <tbody>
        {definitions.map(({ id, name, rows, savedBy, updatedAt }) => (
          <tr key={id}>
            <RowHead>
              <Link href={hrefOf(id)} prefetch={false} className="text-accent-strong underline-offset-4 hover:underline">
                {name}
              </Link>
              <span className="mt-0.5 block text-sm font-normal text-muted">
                {rows.length} {rows.length === 1 ? "row" : "rows"}, saved <Moment at={updatedAt} timeZone={timeZone} />
                {savedBy && ` by ${savedBy}`}
              </span>
            </RowHead>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
