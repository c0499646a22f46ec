import { Part, Specimen } from "#app/design/specimen.tsx";
import { statementSample } from "#app/design/statement-sample.ts";
import { ReportHead } from "#components/reports/report-head.tsx";
import { ReportNotes } from "#components/reports/report-notes.tsx";
import { Statement } from "#components/reports/statement.tsx";
import { visibleRows } from "#lib/reports/visible-rows.ts";
import { amountInColumn } from "#lib/amount-label.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Empty } from "#components/ui/empty.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { money } from "#lib/money.ts";

/** Figures in rows and columns. */
export function Tables() {
  return (
    <Part title="Tables">
      <Specimen name="Statement: sections, accounts, a residual, a cell that is open, not meaningful, nil, sums">
        <ReportHead report={statementSample} name={statementSample.title} timeZone="Pacific/Auckland" actions={null} />
        <Statement report={{ ...statementSample, rows: visibleRows(statementSample.rows, false) }} hrefOf={(cell) => `/design?drawer=open#${cell}`} openCell="account:sales|total" />
        <ReportNotes report={statementSample} contentHash="6c1f0e7ab2f5d1c84e0b9a37d2c6f5180e4d7b9a3c2f1e0d5b8a7c6f4e3d2b10" />
      </Specimen>
      <div className="grid gap-6 lg:grid-cols-2">
        <Specimen name="Data table in a card">
          <Card title="Deliveries" description="Of the last thirty days, newest first." flush>
            <Table caption="Deliveries">
              <thead>
                <tr>
                  <HeadCell>Event</HeadCell>
                  <HeadCell>State</HeadCell>
                  <HeadCell numeric>Amount</HeadCell>
                </tr>
              </thead>
              <tbody>
                {deliveries.map(({ event, state, tone, amount }) => (
                  <tr key={event}>
                    <RowHead>
                      <TextLink href={`#${event}`}>{event}</TextLink>
                    </RowHead>
                    <Cell>
                      <Badge tone={tone}>{state}</Badge>
                    </Cell>
                    <Cell numeric>{amountInColumn(money(amount))}</Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Card>
        </Specimen>
        <Specimen name="A table that is empty">
          <Card title="Deliveries" flush>
            <Empty title="Nothing was sent yet">A test is sent at once, from above.</Empty>
          </Card>
        </Specimen>
        <Specimen name="Facts">
          <Card title="Connection to Xero">
            <Facts
              facts={[
                { term: "Status", value: <Badge tone="success">Connected</Badge> },
                { term: "Last complete sync", value: "21 Nov 2026, 20:12" },
              ]}
            />
          </Card>
        </Specimen>
      </div>
    </Part>
  );
}

const deliveries = [
  { event: "sync.succeeded", state: "Taken", tone: "success", amount: "1234.5" },
  { event: "report.ready", state: "On its way", tone: "info", amount: "-31.4" },
  { event: "sync.failed", state: "Given up", tone: "error", amount: "0" },
] as const;
