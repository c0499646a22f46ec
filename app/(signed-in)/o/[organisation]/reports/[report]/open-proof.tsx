import type { Addresses } from "#app/(signed-in)/o/[organisation]/reports/addresses.ts";
import { ProofDrawer } from "#components/reports/proof-drawer.tsx";
import { ProofInputs } from "#components/reports/proof-inputs.tsx";
import { ProofLines } from "#components/reports/proof-lines.tsx";
import { figureInSentence } from "#lib/reports/figure-words.ts";
import { cursorOf } from "#lib/cursor.ts";
import type { OpenCell } from "#lib/reports/open-report.ts";
import { cellName } from "#lib/reports/proof.ts";
import type { Report } from "#lib/reports/report.ts";

type Props = { open: OpenCell; report: Report; organisation: string; addresses: Addresses };

/** The proof of the cell that the address names. */
export function OpenProof({ open: { place, proof }, report, organisation, addresses }: Props) {
  const { row, column, cell } = place;
  const name = cellName(row.id, column.id);
  const kind = cell.proof?.kind;
  const total = figureInSentence(proof.total, cell.unit);
  const figure = cell.unit === "money" ? `${report.currency} ${total}` : total;
  const isSummed = kind !== "formula" && kind !== "share" && kind !== "variancePercent";
  const documentHref = (id: string) => `/o/${organisation}/transactions/${id}`;
  return (
    <ProofDrawer title={row.label} subtitle={column.label} formula={proof.formula} total={figure} closeHref={addresses.closedFrom(contactOf(row))}>
      {proof.inputs.length > 0 && (
        <ProofInputs inputs={proof.inputs} total={isSummed ? proof.total : null} currency={report.currency} hrefOf={addresses.cell} documentHref={documentHref} />
      )}
      {(kind === "lines" || kind === "earnings" || kind === "squares") && (
        <ProofLines
          lines={proof.lines.data}
          currency={report.currency}
          showAccounts={kind !== "lines"}
          moreHref={proof.lines.next && addresses.lines(name, cursorOf(proof.lines.next))}
          documentHref={documentHref}
        />
      )}
    </ProofDrawer>
  );
}

/** The contact that stays unfolded when the drawer over one of its documents closes. */
function contactOf({ kind, parent }: OpenCell["place"]["row"]): string | null {
  return kind === "document" ? parent : null;
}
