// The packs of the organisations within reach.
import { z } from "zod";
import { read, readMany } from "#db/index.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { pageOf, pageSchema, paging } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { requirePack, scopeOfPack } from "#lib/packs/draft.ts";
import { exampleListedPack, examplePack } from "#lib/packs/examples.ts";
import { packFile, packFormats, packMediaTypes } from "#lib/packs/export/pack-file.ts";
import { listedPackSchema, packSchema, toListedPack, toPack } from "#lib/packs/pack.ts";
import { listPacks } from "#lib/packs/queries.ts";
import { exampleFile } from "#lib/reports/examples.ts";
import { papers, paperUsedIn } from "#lib/reports/export/pdf/paper.ts";
import { many } from "#lib/scope.ts";
import { wireInstant } from "#lib/wire-values.ts";

const place = z.strictObject({ createdAt: wireInstant, id: z.uuid() });

export const listStoredPacks = operation({
  name: "packs.list",
  describe: "Month-end packs, the newest first, without what is in them.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject(paging),
  output: pageSchema(listedPackSchema),
  http: { method: "GET", path: "/packs" },
  example: { input: {}, output: { data: [exampleListedPack], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor }) {
    const after = placeIn(place, cursor);
    const rows = await readMany(scopes, (q) => listPacks(q, after, limit + 1));
    return pageOf(rows.map(toListedPack), limit, ({ createdAt, id }) => cursorOf({ createdAt: createdAt.toISOString(), id }));
  },
});

export const getPack = operation({
  name: "packs.get",
  describe: "One month-end pack: its words, its reports by their ids and hashes, what was issued and its hash, and by which reports it turned stale.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: packSchema,
  http: { method: "GET", path: "/packs/{id}" },
  example: { input: { id: examplePack.id }, output: examplePack },
  run: async (scopes, { id }) => toPack(await read(await scopeOfPack(scopes, id), (q) => requirePack(q, id))),
});

export const exportPack = operation({
  name: "packs.export",
  describe: "One month-end pack as a file: a tagged PDF with cover, contents and every report with its commentary, or a workbook with the sheets of each. Of an issued pack the same bytes each time.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), format: z.enum(packFormats, { error: "A pack can be had as pdf or xlsx." }), paper: z.enum(papers).optional(), tenantId: z.array(z.uuid()).optional() }),
  output: z.file(),
  http: { method: "GET", path: "/packs/{id}/export", files: packMediaTypes },
  example: { input: { id: examplePack.id, format: "pdf" }, output: exampleFile },
  async run(scopes, { id, format, paper }) {
    const opened = await read(await scopeOfPack(scopes, id), (q) => requirePack(q, id));
    return packFile(opened, format, paper ?? paperUsedIn(opened.pack.countryCode));
  },
});
