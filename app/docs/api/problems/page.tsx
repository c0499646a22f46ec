import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "#components/shell/page-head.tsx";
import { Card } from "#components/ui/card.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import { problems } from "#lib/openapi/components.ts";

export const metadata: Metadata = { title: "Problems of the API" };

/** Where the `type` of a problem leads. */
export default function ProblemsPage() {
  return (
    <>
      <PageHead
        title="Problems"
        context={
          <p>
            How the{" "}
            <Link href="/docs/api" className="text-accent underline">
              API
            </Link>{" "}
            says no, as RFC 9457 has it. The sentence in detail is for a person; code is for a program.
          </p>
        }
      />
      <Card flush>
        <Table caption="Problems">
          <thead>
            <tr>
              <HeadCell>Code</HeadCell>
              <HeadCell numeric>Status</HeadCell>
              <HeadCell>What it means</HeadCell>
            </tr>
          </thead>
          <tbody>
            {Object.entries(problems).map(([code, { status, means }]) => (
              <tr key={code} id={code}>
                <RowHead>
                  <code>{code}</code>
                </RowHead>
                <Cell numeric>{status}</Cell>
                <Cell>{means}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </>
  );
}
