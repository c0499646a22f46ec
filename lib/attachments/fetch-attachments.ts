// Asks Xero for the files of one document, and keeps their names: one call, for somebody who waits for it. What goes wrong is a sentence for them.
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { pathOf } from "#lib/attachments/attachment.ts";
import { replaceAttachments } from "#lib/attachments/queries.ts";
import { failureOf } from "#lib/failure.ts";
import { clientOf, grantedIn } from "#lib/organisations/client-of.ts";
import { Refusal, refuse } from "#lib/refusal.ts";
import type { TransactionRow } from "#lib/transactions/queries.ts";
import { attachment } from "#lib/xero/decode.ts";

/** Milliseconds that a person waits. */
const patience = 15_000;
const scopes = ["accounting.attachments.read", "accounting.attachments"];
const notGranted = "Xero does not let this app see what is attached. Connect Xero again and allow attachments; until then the files are where they are, in Xero.";
const noAnswer = "Xero did not say what is attached. Nothing is lost: the files are in Xero, and you can ask again in a moment.";

export async function fetchAttachments(scope: { tenantId: string }, document: TransactionRow, now = new Date()): Promise<void> {
  const path = pathOf(document);
  const granted = await grantedIn(scope.tenantId);
  if (path === null || granted === null) return;
  // Without a consent there are no scopes either; the client says what that means.
  if (granted.scopes.length > 0 && !scopes.some((each) => granted.scopes.includes(each))) return refuse("conflict", notGranted);
  const listed = await ask(scope.tenantId, granted.xeroTenantId, path);
  const files = listed.map(({ AttachmentID, FileName, MimeType, ContentLength, IncludeOnline }) => ({ xeroId: AttachmentID, fileName: FileName, mimeType: MimeType, size: ContentLength, includeOnline: IncludeOnline, readAt: now }));
  await transaction(scope, (tx) => replaceAttachments(tx, document.id, files));
}

async function ask(tenantId: string, xeroTenantId: string, path: string) {
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await clientOf({ tenantId, xeroTenantId, jobId: null, signal, onWait: () => undefined }).get({ path });
    return z.array(attachment).parse(answer?.Attachments ?? []);
  } catch (error) {
    const failure = failureOf(error);
    if (!failure && !signal.aborted && !(error instanceof z.ZodError)) throw error;
    throw new Refusal(isForGood(failure?.code) ? "conflict" : "unavailable", sentenceFor(failure), { cause: error });
  }
}

type Failure = ReturnType<typeof failureOf>;

function isForGood(code: NonNullable<Failure>["code"] | undefined): boolean {
  return code === "reauthRequired" || code === "disconnected" || code === "notPermitted" || code === "refused";
}

/** The sentences of a failure are for a sync, but for those about the consent. */
function sentenceFor(failure: Failure): string {
  if (failure?.code === "reauthRequired" || failure?.code === "disconnected") return failure.message;
  if (failure?.code === "notPermitted") return notGranted;
  if (failure?.code === "refused") return "Xero no longer says what is attached to this document; it may have been deleted there. The next sync finds out.";
  if (failure?.code === "rateLimited") return "Xero's quota for this organisation is used up for now. The files are safe in Xero; ask again later, or open the document there.";
  return noAnswer;
}
