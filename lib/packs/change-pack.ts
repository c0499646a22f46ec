// What is done to a draft: its name and the words of its cover, what is said of a report or of one of its rows, their order, and which there are.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { operation } from "#lib/operation.ts";
import { changeDraft } from "#lib/packs/draft.ts";
import { exampleCommentedPack, examplePack, examplePart, exampleRow } from "#lib/packs/examples.ts";
import type { Note } from "#lib/packs/issued-pack.ts";
import type { OpenPack, OpenPart } from "#lib/packs/open-pack.ts";
import { packSchema } from "#lib/packs/pack.ts";
import { deletePart, insertPart, updatePack, updatePart } from "#lib/packs/queries.ts";
import { mostReports } from "#lib/packs/templates/template.ts";
import { commentarySchema, coverSchema, nameSchema, noteSchema } from "#lib/packs/words.ts";
import { refuse } from "#lib/refusal.ts";
import { findReport } from "#lib/reports/queries.ts";
import { many } from "#lib/scope.ts";
import { wireText } from "#lib/wire-values.ts";

const organisations = z.array(z.uuid()).optional();
/** Rows of one report. */
const mostNotes = 50;

export const changePack = operation({
  name: "packs.change",
  describe: "Changes the name of a draft, or the words on its cover.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), name: nameSchema.optional(), cover: coverSchema.optional(), tenantId: organisations }),
  output: packSchema,
  http: { method: "PATCH", path: "/packs/{id}" },
  example: { input: { id: examplePack.id, cover: examplePack.cover }, output: examplePack },
  run: (scopes, { id, name, cover }) => changeDraft(scopes, id, (tx) => updatePack(tx, id, { ...(name === undefined ? {} : { name }), ...(cover === undefined ? {} : { cover }) })),
});

export const commentOnPack = operation({
  name: "packs.comment",
  describe: "Says something of a report in a draft, or, with a row, of one row of it. Plain text; an empty one takes back what was said.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z
    .strictObject({ id: z.uuid(), partId: z.uuid(), row: wireText(500).optional(), text: commentarySchema, tenantId: organisations })
    .superRefine(({ row, text }, context) => {
      const short = row === undefined ? undefined : noteSchema.safeParse(text).error;
      for (const issue of short?.issues ?? []) context.addIssue({ ...issue, path: ["text"] });
    }),
  output: packSchema,
  http: { method: "POST", path: "/packs/{id}/commentary" },
  example: { input: { id: examplePack.id, partId: examplePart.id, row: exampleRow, text: "Two new clients in October." }, output: exampleCommentedPack },
  run: (scopes, { id, partId, row, text }) =>
    changeDraft(scopes, id, async (tx, draft) => {
      const part = partOf(draft, partId);
      await updatePart(tx, partId, row === undefined ? { commentary: text } : { notes: withNote(part, row, text) });
    }),
});

export const reorderPack = operation({
  name: "packs.reorder",
  describe: "Puts the parts of a draft in another order: name each of them once.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), parts: z.array(z.uuid()).min(1).max(2 * mostReports), tenantId: organisations }),
  output: packSchema,
  http: { method: "POST", path: "/packs/{id}/order" },
  example: { input: { id: examplePack.id, parts: [examplePart.id] }, output: examplePack },
  run: (scopes, { id, parts: wanted }) =>
    changeDraft(scopes, id, async (tx, draft) => {
      for (const partId of wanted) partOf(draft, partId);
      if (new Set(wanted).size < draft.parts.length || wanted.length > draft.parts.length) fault("parts", `Name each of the ${draft.parts.length} parts of the pack once. Nothing was moved.`);
      for (const [place, partId] of wanted.entries()) await updatePart(tx, partId, { place });
    }),
});

export const addToPack = operation({
  name: "packs.addReport",
  describe: "Puts a stored report of the same organisation at the end of a draft.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), reportId: z.uuid(), tenantId: organisations }),
  output: packSchema,
  http: { method: "POST", path: "/packs/{id}/reports" },
  example: { input: { id: examplePack.id, reportId: examplePart.reportId }, output: examplePack },
  run: (scopes, { id, reportId }) =>
    changeDraft(scopes, id, async (tx, { parts }) => {
      if (!(await findReport(tx, reportId))) refuse("notFound", "There is no such report in the organisation of the pack, or it is not yours. Nothing was added.");
      if (parts.length >= mostReports) refuse("conflict", `A pack can have ${mostReports} reports at most. Nothing was added.`);
      await insertPart(tx, id, parts.length, { id: uuidv7(), reportId, commentary: "", notes: [] });
    }),
});

export const takeFromPack = operation({
  name: "packs.removeReport",
  describe: "Takes a report out of a draft, with what was said of it. The report itself stays.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), partId: z.uuid(), tenantId: organisations }),
  output: packSchema,
  http: { method: "DELETE", path: "/packs/{id}/parts/{partId}" },
  example: { input: { id: examplePack.id, partId: examplePart.id }, output: examplePack },
  run: (scopes, { id, partId }) =>
    changeDraft(scopes, id, async (tx, draft) => {
      const gone = partOf(draft, partId);
      const kept = draft.parts.filter((part) => part !== gone);
      if (kept.length === 0) refuse("conflict", "A pack needs a report: this is its last. Add another one first, or remove the pack.");
      await deletePart(tx, partId);
      for (const [place, part] of kept.entries()) await updatePart(tx, part.id, { place });
    }),
});

function partOf({ parts }: OpenPack, partId: string): OpenPart {
  return parts.find(({ id }) => id === partId) ?? refuse("notFound", "There is no such report in this pack. Nothing was changed.");
}

/** In the order of the rows. */
function withNote({ notes, report }: OpenPart, row: string, text: string): Note[] {
  const order = report.data.rows.map(({ id }) => id);
  if (!order.includes(row)) fault("row", "There is no such row in this report. Nothing was changed.");
  const said = [...notes.filter((note) => note.row !== row), ...(text === "" ? [] : [{ row, text }])];
  if (said.length > mostNotes) fault("row", `A report can have ${mostNotes} notes at most. Nothing was changed.`);
  return said.toSorted((one, other) => order.indexOf(one.row) - order.indexOf(other.row));
}

function fault(field: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/${field}`, detail }] });
}
