import Link from "next/link";
import { HeadCell, RowHead, Table } from "#components/ui/table.tsx";

type Props = { templates: readonly { id: string; name: string; choices: readonly unknown[] }[]; hrefOf: (id: string) => string };

export function TemplateList({ templates, hrefOf }: Props) {
  return (
    <Table caption="Your templates, by name">
      <thead>
        <tr>
          <HeadCell>Template</HeadCell>
        </tr>
      </thead>
      <tbody>
        {templates.map(({ id, name, choices }) => (
          <tr key={id}>
            <RowHead>
              <Link href={hrefOf(id)} prefetch={false} className="text-accent-strong underline-offset-4 hover:underline">
                {name}
              </Link>
              <span className="mt-0.5 block text-sm font-normal text-muted">
                {choices.length} {choices.length === 1 ? "report" : "reports"}
              </span>
            </RowHead>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
