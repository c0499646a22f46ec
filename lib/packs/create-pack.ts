// A pack is drafted: its reports are made as everybody's are, of the books as they are now, and the words of the template go on its cover.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { read, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { type Month, monthOf } from "#lib/day.ts";
import { monthLabel } from "#lib/day-label.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import { operation } from "#lib/operation.ts";
import { type Choice, titleOfChoice, wishesOf } from "#lib/packs/choice.ts";
import { requirePack } from "#lib/packs/draft.ts";
import { examplePack } from "#lib/packs/examples.ts";
import { monthSchema, packSchema, toPack } from "#lib/packs/pack.ts";
import { insertPack } from "#lib/packs/queries.ts";
import { exampleTemplate } from "#lib/packs/templates/examples.ts";
import { ownTemplate } from "#lib/packs/templates/own-template.ts";
import { type Drawing, usualTemplate } from "#lib/packs/templates/template.ts";
import { nameSchema } from "#lib/packs/words.ts";
import { namesOf } from "#lib/people/names.ts";
import { asRefusal } from "#lib/problem.ts";
import { Refusal, refuse } from "#lib/refusal.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { lastClosedDay } from "#lib/reports/parameters.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { one, type Scope } from "#lib/scope.ts";

export const createPack = operation({
  name: "packs.create",
  describe: "Drafts a month-end pack: makes the reports of a template of yours, or of the usual one, for a month; the last closed month unless you say another.",
  needs: "reports:write",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), month: monthSchema.optional(), templateId: z.uuid().optional(), name: nameSchema.optional() }),
  output: packSchema,
  http: { method: "POST", path: "/packs", status: 201, location: "/packs/{id}" },
  example: { input: { tenantId: examplePack.tenantId, month: examplePack.month, templateId: exampleTemplate.id }, output: examplePack },
  async run(scope, { month: asked, templateId, name }) {
    const template = templateId === undefined ? usualTemplate : await ownTemplate(scope.userId, templateId);
    const { today, yearEnd } = await read(scope, readOrganisation);
    const month = asked ?? monthOf(lastClosedDay(today));
    if (month > monthOf(today)) fault("month", `${monthLabel(month)} has not begun. Choose a month that is over, or the one that runs.`);
    const reports = await makeReports(scope, template, month, yearEnd);
    const madeBy = (await namesOf([scope.userId])).get(scope.userId) ?? null;
    const [id, words] = [uuidv7(), { name: name ?? `${template.name}, ${monthLabel(month)}`, month, cover: template.cover, templateName: template.name }];
    return transaction(scope, async (tx) => {
      await insertPack(tx, { id, ...words, userId: scope.userId, madeBy }, reports.map((reportId) => ({ reportId, commentary: "", notes: [] })));
      const made = toPack(await requirePack(tx, id));
      await record(tx, "pack.drafted", { actor: actorOf(scope), resource: { type: "Pack", id }, details: { name: words.name, month } });
      return made;
    });
  },
});

/** One after the other. Those that were made before one is refused are reports like all others. */
async function makeReports(scope: Scope, { choices }: Drawing, month: Month, yearEnd: YearEnd): Promise<string[]> {
  const made: string[] = [];
  for (const choice of choices) made.push(await makeOne(scope, choice, month, yearEnd));
  return made;
}

async function makeOne(scope: Scope, choice: Choice, month: Month, yearEnd: YearEnd): Promise<string> {
  try {
    return (await makeReport(scope, { type: choice.type, name: null, wishes: wishesOf(choice, month, yearEnd) })).id;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    const detail = `The report “${titleOfChoice(choice)}” of the template cannot be made: ${refusal.message} No pack was made.`;
    throw new Refusal(refusal.reason, detail, { faults: refusal.faults.length > 0 ? [{ pointer: "/templateId", detail }] : [], cause: error });
  }
}

function fault(field: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/${field}`, detail }] });
}
