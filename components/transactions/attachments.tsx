import { sizeInWords } from "#components/transactions/words.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { SubmitOnArrival } from "#components/ui/submit-on-arrival.tsx";
import { Cell, HeadCell, RowHead, Table } from "#components/ui/table.tsx";
import type { Attached } from "#lib/transactions/open-document.ts";

type Props = { attached: Attached; tenantId: string; documentId: string; timeZone: string; ask: Act };

const form = "ask-for-attachments";

/** What hangs on a document in Xero. What is not known, or no longer sure, Xero is asked for while one reads on. */
export function Attachments({ attached: { files, isCurrent }, tenantId, documentId, timeZone, ask }: Props) {
  const readAt = files[0]?.readAt;
  return (
    <Card title="Attachments" description={readAt ? <>In Xero, as of <Moment at={readAt} timeZone={timeZone} />. Open the document there to see them.</> : "Files that are in Xero."} flush={files.length > 0}>
      {files.length > 0 && <Files files={files} />}
      {!isCurrent && (
        <div className={files.length > 0 ? "border-t border-line px-4 py-3 sm:px-5" : undefined}>
          <ActionForm action={ask} hidden={{ tenantId, id: documentId }} id={form}>
            <SubmitButton size="small" pendingLabel="Asking Xero…">
              {files.length > 0 ? "Ask Xero again" : "Ask Xero which they are"}
            </SubmitButton>
          </ActionForm>
          <SubmitOnArrival form={form} />
        </div>
      )}
    </Card>
  );
}

function Files({ files }: Pick<Attached, "files">) {
  return (
    <Table caption="Attachments">
      <thead>
        <tr>
          <HeadCell>File</HeadCell>
          <HeadCell>Kind</HeadCell>
          <HeadCell>Seen by</HeadCell>
          <HeadCell numeric>Size</HeadCell>
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, fileName, mimeType, size, includeOnline }) => (
          <tr key={id}>
            <RowHead className="font-normal break-all">{fileName}</RowHead>
            <Cell>{mimeType ?? "–"}</Cell>
            <Cell>{includeOnline ? "Also whoever is sent the document" : "Those in Xero"}</Cell>
            <Cell numeric>{size === null ? "–" : sizeInWords(size)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
