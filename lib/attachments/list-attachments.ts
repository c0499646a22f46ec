// What is attached to a document, by name: as it was read today, or asked for now.
import { z } from "zod";
import { read, readMany } from "#db/index.ts";
import { areCurrent, attachmentSchema } from "#lib/attachments/attachment.ts";
import { exampleAttachment } from "#lib/attachments/examples.ts";
import { fetchAttachments } from "#lib/attachments/fetch-attachments.ts";
import { attachmentsOf } from "#lib/attachments/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { exampleTransaction } from "#lib/transactions/examples.ts";
import { findTransaction, tenantOfTransaction } from "#lib/transactions/queries.ts";

export const listAttachments = operation({
  name: "attachments.list",
  describe: "The files attached to a document in Xero, by name and size, not the files themselves. Xero is asked, for one call, unless it was since the document changed, and within a day.",
  needs: "transactions:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ data: z.array(attachmentSchema) }),
  http: { method: "GET", path: "/transactions/{id}/attachments" },
  example: { input: { id: exampleTransaction.id }, output: { data: [exampleAttachment] } },
  async run(scopes, { id }) {
    const tenantId = await readMany(scopes, (q) => tenantOfTransaction(q, id));
    const scope = scopes.find((candidate) => candidate.tenantId === tenantId) ?? refuse("notFound", "There is no such transaction, or it is not yours.");
    const { document, files } = await read(scope, async (q) => ({ document: (await findTransaction(q, id))?.transaction, files: await attachmentsOf(q, id) }));
    if (!document?.hasAttachments) return { data: [] };
    if (areCurrent(files, document, new Date())) return { data: files };
    await fetchAttachments(scope, document);
    return { data: await read(scope, (q) => attachmentsOf(q, id)) };
  },
});
