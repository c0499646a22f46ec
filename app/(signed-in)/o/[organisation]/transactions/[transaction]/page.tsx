import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { addressOf } from "#app/(signed-in)/sections.ts";
import { requireScope } from "#app/session.ts";
import { DocumentAmounts } from "#components/transactions/document-amounts.tsx";
import { DocumentFacts, DocumentHead } from "#components/transactions/document-head.tsx";
import { DocumentLines } from "#components/transactions/document-lines.tsx";
import { Journal } from "#components/transactions/journal.tsx";
import { Settlements } from "#components/transactions/settlements.tsx";
import { nothingPosted } from "#components/transactions/words.ts";
import { documentTitle } from "#lib/transactions/document-words.ts";
import { Card } from "#components/ui/card.tsx";
import { read } from "#db/index.ts";
import { permit } from "#lib/scope.ts";
import { openDocument } from "#lib/transactions/open-document.ts";

type Props = { params: Promise<{ organisation: string; transaction: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organisation, transaction } = await params;
  return { title: documentTitle((await opened(organisation, transaction)).transaction) };
}

export default async function TransactionPage({ params }: Props) {
  const { organisation, transaction: id } = await params;
  const document = await opened(organisation, id);
  const { transaction, baseCurrency, contactId, lines, settlements, postings } = document;
  const address = addressOf(organisation, "transactions");
  return (
    <>
      <DocumentHead document={document} />
      <div className="flex flex-col gap-6">
        <div className="grid gap-6 lg:grid-cols-[1fr_22rem]">
          <Card>
            <DocumentFacts document={document} contactHref={contactId && `${address}?contactId=${contactId}`} />
          </Card>
          <Card flush className="py-3">
            <DocumentAmounts document={document} />
          </Card>
        </div>
        {lines.length > 0 && (
          <Card title="Lines" flush>
            <DocumentLines lines={lines} currency={transaction.currencyCode} />
          </Card>
        )}
        {settlements.length > 0 && (
          <Card title="Payments and credits" flush>
            <Settlements settlements={settlements} currency={transaction.currencyCode} hrefOf={(other) => `${address}/${other}`} />
          </Card>
        )}
        <Card title="Journal" description="What the ledger made of it." flush={postings.length > 0}>
          {postings.length > 0 ? <Journal postings={postings} currency={baseCurrency} /> : <p className="text-muted">{nothingPosted(transaction.xeroType)}</p>}
        </Card>
      </div>
    </>
  );
}

const opened = cache(async (organisation: string, id: string) => {
  const scope = await requireScope(organisation);
  permit(scope, "transactions:read");
  return (await read(scope, (q) => openDocument(q, id))) ?? notFound();
});
