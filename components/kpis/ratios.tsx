import Link from "next/link";
import { figureInSentence } from "#lib/reports/figure-words.ts";
import { Card } from "#components/ui/card.tsx";
import type { KpiFigure } from "#lib/kpis/kpi-figures.ts";

type Props = { figures: readonly KpiFigure[]; proofOf: (cell: string) => string };

/** Key figures in a list, each with its proof, or the reason why there is none. */
export function Ratios({ figures, proofOf }: Props) {
  return (
    <Card title="Working capital and ratios">
      <dl className="grid gap-y-2 text-sm">
        {figures.map(({ id, label, value, unit, reason, cell }) => (
          <div key={id} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-muted">{label}</dt>
            <dd className="figures">
              <Link href={proofOf(cell)} prefetch={false} title={reason ?? undefined} className="rounded-sm underline-offset-4 hover:underline">
                {figureInSentence(value, unit)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
