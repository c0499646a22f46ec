// Everything that can be asked of each type of report, as its own wishes say it: every choice of every field that has choices, and the ways of tracking.
// What of it is refused, the type says itself when it plans. A report says by its parameters which combination it is.
import { z } from "zod";
import { kindOf } from "#lib/reports/kinds.ts";
import type { Parameters } from "#lib/reports/report.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import type { Combination } from "#lib/reports/testing/figures-log.ts";
import { leastOrders } from "#lib/reports/testing/wishes.ts";

type Order = { type: ReportableType; parameters: Record<string, unknown> };
/** Ids of two categories, and of an option of each. */
export type TrackingIds = { category: string; option: string; second: string; secondOption: string };

export function possibleOrders(ids: TrackingIds): Order[] {
  const kinds = new Map(leastOrders.map((order) => [kindOf(order.type, order.parameters), order]));
  return [...kinds].flatMap(([{ wishes: { shape } }, { type, parameters }]) => {
    const asked = [{}, ...("trackingWithin" in shape ? waysOfTracking(ids, "trackingCategoryId" in shape) : [])];
    return asked.flatMap((tracking) => everyChoice(shape).map((choices) => ({ type, parameters: { ...parameters, ...choices, ...tracking } })));
  });
}

/** A report that is not by tracking itself can be within options. */
function waysOfTracking({ category: trackingCategoryId, option, second, secondOption }: TrackingIds, hasColumns: boolean): Record<string, unknown>[] {
  const [own, within] = [{ trackingOptionIds: [option] }, { trackingWithin: { categoryId: second, optionIds: [secondOption] } }];
  if (!hasColumns) return [{ trackingWithin: { categoryId: trackingCategoryId, optionIds: [option] } }];
  return [{}, own, within, { ...own, ...within }].map((more) => ({ trackingCategoryId, ...more }));
}

function everyChoice(shape: z.core.$ZodShape): Record<string, unknown>[] {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, choices: choicesOf(schema) }));
  return fields.reduce<Record<string, unknown>[]>((all, { name, choices }) => (choices.length === 0 ? all : all.flatMap((each) => choices.map((choice) => ({ ...each, [name]: choice })))), [{}]);
}

/** Of a field that has several, whatever it is without any wish. */
function choicesOf(schema: z.core.$ZodType): readonly unknown[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return choicesOf(schema.def.innerType);
  return schema instanceof z.ZodEnum ? schema.options : [];
}

export function combinationOf(type: ReportableType, parameters: Parameters): Combination {
  const said = new Map<string, unknown>(Object.entries(parameters));
  const { shape } = kindOf(type, { ...parameters }).wishes;
  const named = Object.keys(shape).filter((name) => choicesOf(shape[name]).length > 0 && name !== "basis" && name !== "compare");
  return {
    report: String(said.get("layout") ?? type),
    basis: String(said.get("basis") ?? "accrual"),
    choices: named.map((name) => said.get(name)).join(" "),
    tracking: [...(said.has("trackingOptionIds") ? ["some options"] : []), ...(said.has("trackingWithin") ? [said.has("trackingCategoryId") ? "within a second category" : "within a category"] : [])].join(" "),
    comparison: String(said.get("compare") ?? ""),
  };
}
