// A person's own templates of packs: listed, made, changed and removed by them alone. Packs that were made from one keep what they are.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { systemRead, systemTransaction, type SystemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { exampleTemplate } from "#lib/packs/templates/examples.ts";
import { ownTemplate } from "#lib/packs/templates/own-template.ts";
import { deleteTemplate, findTemplate, insertTemplate, isNameTaken, templatesOf, updateTemplate } from "#lib/packs/templates/queries.ts";
import { templateSchema, templateWishes, toTemplate } from "#lib/packs/templates/template.ts";
import { refuse } from "#lib/refusal.ts";
import { none } from "#lib/scope.ts";

const { id: exampleId, name, cover, choices } = exampleTemplate;

export const listTemplates = operation({
  name: "packTemplates.list",
  describe: "Your own templates of month-end packs, by name.",
  needs: "reports:read",
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ data: z.array(templateSchema) }),
  http: { method: "GET", path: "/pack-templates" },
  example: { input: {}, output: { data: [exampleTemplate] } },
  run: async ({ userId }) => ({ data: (await systemRead((q) => templatesOf(q, userId))).map(toTemplate) }),
});

export const getTemplate = operation({
  name: "packTemplates.get",
  describe: "One of your own templates of month-end packs.",
  needs: "reports:read",
  scope: none,
  effect: "read",
  input: z.strictObject({ id: z.uuid() }),
  output: templateSchema,
  http: { method: "GET", path: "/pack-templates/{id}" },
  example: { input: { id: exampleId }, output: exampleTemplate },
  run: ({ userId }, { id }) => ownTemplate(userId, id),
});

export const createTemplate = operation({
  name: "packTemplates.create",
  describe: "Keeps a template of month-end packs: an ordered list of reports with periods seen from the month of a pack. It is yours alone, and can be used for each organisation that you may make reports of.",
  needs: "reports:write",
  scope: none,
  effect: "write",
  input: z.strictObject(templateWishes),
  output: templateSchema,
  http: { method: "POST", path: "/pack-templates", status: 201, location: "/pack-templates/{id}" },
  example: { input: { name, cover, choices }, output: exampleTemplate },
  run: (caller, said) =>
    systemTransaction(async (tx) => {
      const id = uuidv7();
      await refuseTaken(tx, caller.userId, said.name, id);
      const made = (await insertTemplate(tx, id, caller.userId, said)) ?? refuse("unavailable", "The template could not be kept. Try again.");
      await record(tx, "packTemplate.saved", { actor: actorOf(caller), resource: { type: "PackTemplate", id }, details: { name: said.name } });
      return toTemplate(made);
    }),
});

export const changeTemplate = operation({
  name: "packTemplates.change",
  describe: "Changes one of your own templates. Packs that were made from it stay as they are.",
  needs: "reports:write",
  scope: none,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), name: templateWishes.name.optional(), cover: templateWishes.cover.removeDefault().optional(), choices: templateWishes.choices.optional() }),
  output: templateSchema,
  http: { method: "PATCH", path: "/pack-templates/{id}" },
  example: { input: { id: exampleId, cover }, output: exampleTemplate },
  run: (caller, { id, ...said }) =>
    systemTransaction(async (tx) => {
      const before = (await findTemplate(tx, caller.userId, id)) ?? notThere();
      await refuseTaken(tx, caller.userId, said.name ?? before.name, id);
      const changed = (await updateTemplate(tx, caller.userId, id, said)) ?? notThere();
      await record(tx, "packTemplate.saved", { actor: actorOf(caller), resource: { type: "PackTemplate", id }, details: { name: changed.name } });
      return toTemplate(changed);
    }),
});

export const removeTemplate = operation({
  name: "packTemplates.delete",
  describe: "Removes one of your own templates. Packs that were made from it stay as they are.",
  needs: "reports:write",
  scope: none,
  effect: "write",
  input: z.strictObject({ id: z.uuid() }),
  output: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  http: { method: "DELETE", path: "/pack-templates/{id}" },
  example: { input: { id: exampleId }, output: { id: exampleId, removed: true } },
  run: (caller, { id }) =>
    systemTransaction(async (tx) => {
      const gone = (await deleteTemplate(tx, caller.userId, id)) ?? notThere();
      await record(tx, "packTemplate.removed", { actor: actorOf(caller), resource: { type: "PackTemplate", id }, details: { name: gone.name } });
      return { id, removed: true as const };
    }),
});

async function refuseTaken(tx: SystemTransaction, userId: string, wanted: string, id: string): Promise<void> {
  if (!(await isNameTaken(tx, userId, wanted, id))) return;
  const detail = "You have a template of this name already. Give this one another name.";
  refuse("invalid", detail, { faults: [{ pointer: "/name", detail }] });
}

function notThere(): never {
  return refuse("notFound", "There is no such template, or it is not yours.");
}
