import { ProofDrawer } from "#components/reports/proof-drawer.tsx";
import { ProofLines } from "#components/reports/proof-lines.tsx";
import { exampleProof } from "#lib/reports/examples.ts";

/** The proof of a figure, as it stands beside a statement. */
export function Drawer() {
  const { formula, lines, total } = exampleProof;
  return (
    <ProofDrawer title="Sales" subtitle="Oct 2026" formula={formula} total={`NZD ${total}`} closeHref="/design">
      <ProofLines lines={lines.data} currency="NZD" showAccounts moreHref="/design?drawer=open" documentHref={(id) => `#${id}`} />
    </ProofDrawer>
  );
}
