// Form and definition are one: whatever the schema accepts goes through the form unchanged, and what the form does to rows is what its buttons say.
import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { accountTags } from "#db/vocabulary.ts";
import { DefinitionForm } from "#components/custom/definition-form.tsx";
import { draftsOf, edited, type Kind, nameFrom, rowsOf } from "#components/custom/drafts.ts";
import { withChoice, withMonths, withoutChoice } from "#components/custom/edit-choice.ts";
import { faultAt, faultsOfRow } from "#components/custom/faults.ts";
import { RowFields } from "#components/custom/row-fields.tsx";
import { cashPlaces } from "#lib/reports/cash-flow/activity.ts";
import { type CustomRow, customRowSchema } from "#lib/reports/custom/custom-row.ts";
import { rowsAsText } from "#lib/reports/custom/saved/row-words.ts";
import { writtenRows } from "#lib/reports/custom/saved/written-rows.ts";
import { sections } from "#lib/reports/sections.ts";
import { units } from "#lib/reports/unit.ts";

const several = <Word>(words: fc.Arbitrary<Word>) => fc.array(words, { minLength: 1, maxLength: 3 });
const text = (minLength: number) => fc.string({ unit: "grapheme", minLength, maxLength: 12 });
const id = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,6}$/);
const sign = fc.constantFrom<1 | -1>(1, -1);
const choice = fc.record(
  { codes: several(text(0)), sections: several(fc.constantFrom(...sections)), types: several(text(0)), systemAccounts: several(text(0)), tags: several(fc.constantFrom(...accountTags)), withoutTags: several(fc.constantFrom(...accountTags)), activities: several(fc.constantFrom(...cashPlaces)), side: fc.constantFrom("debit" as const, "credit" as const) },
  { requiredKeys: [] },
);
const accountsRow = fc.record(
  { kind: fc.constant("accounts" as const), id, label: text(1), of: fc.constantFrom("movement" as const, "balance" as const, "openingBalance" as const), sign, accounts: several(choice), each: fc.boolean(), monthsBack: fc.integer({ min: 1, max: 12 }), months: fc.integer({ min: 2, max: 12 }) },
  { requiredKeys: ["kind", "id", "label", "of", "sign", "accounts", "each"] },
);
const byKind: Record<Kind, fc.Arbitrary<CustomRow>> = {
  heading: fc.record({ kind: fc.constant("heading" as const), label: text(1) }),
  accounts: accountsRow,
  kpi: fc.record({ kind: fc.constant("kpi" as const), id }),
  formula: fc.record({ kind: fc.constant("formula" as const), id, label: text(1), unit: fc.constantFrom(...units), formula: text(0), notMeaningful: fc.array(fc.record({ when: text(0), reason: text(3) }), { maxLength: 2 }) }),
};
const rowOfAnyKind = fc.oneof(...Object.values(byKind));
const definitions: fc.Arbitrary<CustomRow[]> = fc.array(rowOfAnyKind, { minLength: 1, maxLength: 6 });
const nothingOffered = { accounts: [], sections: [], types: [], systemAccounts: [], tags: [], activities: [], keyFigures: [], measures: [] };

test("the definitions tried have every kind of row and every field that the schema knows", () => {
  const fields = (rows: readonly object[]) => [...new Set(rows.flatMap((row) => Object.keys(row)))].toSorted();
  for (const option of customRowSchema.options) {
    const [kind = "heading"] = option.shape.kind.values;
    expect(fields(fc.sample(byKind[kind], 200)), kind).toEqual(Object.keys(option.shape).toSorted());
    if (!("accounts" in option.shape)) continue;
    expect(fields(fc.sample(choice, 200))).toEqual(Object.keys(option.shape.accounts.element.shape).toSorted());
  }
});

test("whatever definition the schema accepts, the form that opens with it sends the same", () => {
  fc.assert(
    fc.property(definitions, (rows) => {
      const form = renderToStaticMarkup(createElement(DefinitionForm, { actions: { save: async () => undefined, read: async () => ({ rows: [] }) }, tenantId: "", name: "Ours", rows, choices: nothingOffered }));
      expect(writtenRows(unescaped(/<textarea[^>]*>\n?(.*)<\/textarea>/s.exec(form)?.[1] ?? ""))).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test("the fields of a row show all that it says, known to these books or not", () => {
  fc.assert(
    fc.property(rowOfAnyKind, (row) => {
      const fields = unescaped(renderToStaticMarkup(createElement(RowFields, { row, faults: [], offered: { choices: nothingOffered, names: [] }, change: () => {}, leaveLabel: () => {} })));
      for (const word of wordsIn(row)) expect(fields).toContain(word);
    }),
    { numRuns: 60 },
  );
});

test("a control that is set to what it shows changes nothing, and what is emptied is not kept as every account", () => {
  fc.assert(
    fc.property(accountsRow, (row) => {
      expect(withMonths(row, { months: row.months ?? null, monthsBack: row.monthsBack ?? null })).toEqual(row);
      for (const [place, said] of row.accounts.entries()) {
        if (Object.keys(said).length > 0) expect(withChoice(row, place, { ...said })).toEqual(row);
        expect(withChoice(row, place, Object.fromEntries(Object.keys(said).map((name) => [name, name === "side" ? undefined : []])))).toEqual(withoutChoice(row, place));
      }
      expect(withoutChoice(withChoice(row, row.accounts.length, { codes: ["200"] }), row.accounts.length)).toEqual(row);
    }),
  );
});

test("rows that are moved back, and rows that are added and taken out again, leave the definition as it was", () => {
  fc.assert(
    fc.property(definitions, fc.nat(), fc.constantFrom<Kind>("heading", "accounts", "kpi", "formula"), (rows, any, kind) => {
      const drafts = draftsOf(rows);
      const key = any % rows.length;
      const down = edited(drafts, { do: "move", key, by: 1 });
      const isLast = key === rows.length - 1;
      expect(rowsOf(down)[isLast ? key : key + 1]).toEqual(rows[key]);
      expect(rowsOf(isLast ? down : edited(down, { do: "move", key, by: -1 }))).toEqual(rows);
      const more = edited(drafts, { do: "add", kind });
      expect(rowsOf(more).map((row) => row.kind)).toEqual([...rows.map((row) => row.kind), kind]);
      expect(rowsOf(edited(more, { do: "takeOut", key: more.at(-1)?.key ?? -1 }))).toEqual(rows);
    }),
  );
});

test("the name of a new row follows its label until that is left; it is one that formulas can have and no other row has", () => {
  const labelled = (label: string, name = ""): CustomRow => ({ kind: "formula", id: name, label, unit: "money", formula: "", notMeaningful: [] });
  let drafts = draftsOf([labelled("As it was", "net")]);
  for (const key of [1, 2]) drafts = edited(edited(drafts, { do: "add", kind: "formula" }), { do: "change", key, row: labelled("Gross profit"), taken: ["grossProfit2"] });
  expect(rowsOf(drafts)).toEqual([labelled("As it was", "net"), labelled("Gross profit", "grossProfit"), labelled("Gross profit", "grossProfit3")]);
  drafts = edited(drafts, { do: "leaveLabel", key: 1 });
  for (const [key, name] of [[0, "net"], [1, "grossProfit"]] as const) drafts = edited(drafts, { do: "change", key, row: labelled("Margin", name), taken: [] });
  expect(rowsOf(drafts).slice(0, 2)).toEqual([labelled("Margin", "net"), labelled("Margin", "grossProfit")]);
  expect(["Rātā & Söhne", "2026 sales", "收入"].map((label) => nameFrom(label, []))).toEqual(["rataSohne", "row2026Sales", ""]);
});

test("a fault stands at the row it is about wherever that is moved, and goes with the first change", () => {
  const rows: CustomRow[] = [{ kind: "heading", label: "Ours" }, { kind: "formula", id: "a", label: "A", unit: "money", formula: "1 +", notMeaningful: [] }];
  const answer = { refused: "", faults: [{ pointer: "/rows/1/formula", detail: "At character 4" }, { pointer: "/name", detail: "Give it one." }], given: { name: "", rows: rowsAsText(rows) } };
  const up = rowsOf(edited(draftsOf(rows), { do: "move", key: 1, by: -1 }));
  expect(up.map((row) => faultAt(faultsOfRow(row, answer), "formula"))).toEqual(["At character 4", undefined]);
  expect(faultsOfRow({ ...rows[1], kind: "formula", id: "a", label: "A", unit: "money", formula: "1 + 1", notMeaningful: [] }, answer)).toEqual([]);
});

/** Everything that somebody wrote or chose by a word that is nobody's but theirs. */
function wordsIn(row: CustomRow): string[] {
  if (row.kind === "kpi") return [row.id];
  if (row.kind === "heading") return [row.label];
  if (row.kind === "formula") return [row.label, row.id, row.formula, ...row.notMeaningful.flatMap(({ when, reason }) => [when, reason])];
  return [row.label, row.id, ...row.accounts.flatMap(({ codes = [], types = [], systemAccounts = [], sections: within = [], tags = [] }) => [...codes, ...types, ...systemAccounts, ...within, ...tags])];
}

function unescaped(html: string): string {
  const characters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
  return html.replaceAll(/&(lt|gt|quot|#x27|amp);/g, (entity) => characters[entity] ?? entity);
}
