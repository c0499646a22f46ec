// The file of the API reference: the timesheet behind an invoice.
import type { z } from "zod";
import type { attachmentSchema } from "#lib/attachments/attachment.ts";

export const exampleAttachment: z.input<typeof attachmentSchema> = {
  id: "01990000-0000-7000-8000-0000000000fa",
  xeroId: "32a8ed36-4d1d-4d3e-9d5a-6f8f7e5a9c11",
  fileName: "Timesheet October.pdf",
  mimeType: "application/pdf",
  size: 184320,
  includeOnline: true,
  readAt: "2026-11-21T07:12:00.000Z",
};
