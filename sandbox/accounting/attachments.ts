// Files that hang on a document, as Xero lists them: name, kind and size. The file itself is never served.

import { identify } from "../books/identify.ts";
import { isRecord, type JsonObject } from "../exact/json.ts";
import type { Collection } from "./collections.ts";
import type { Document } from "./compare.ts";
import { toWire } from "./wire.ts";

export const ATTACHMENTS_SCOPE = "accounting.attachments.read";

export function attachmentsOf(document: Document, { name, id }: Collection): readonly JsonObject[] {
  const files = Array.isArray(document["Attachments"]) ? document["Attachments"].filter(isRecord) : [];
  const owner = String(document[id]);
  return files.map((file, index) => {
    const AttachmentID = file["AttachmentID"] ?? identify(owner, "Attachments", index);
    const Url = `https://api.xero.com/api.xro/2.0/${name}/${owner}/Attachments/${encodeURIComponent(String(file["FileName"]))}`;
    return toWire({ AttachmentID, Url, MimeType: "application/pdf", IncludeOnline: false, ...file });
  });
}
