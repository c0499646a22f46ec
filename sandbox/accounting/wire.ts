// The stand-in's documents in Xero's own dress: /Date(…)/ for days and instants with their text twins, exact decimals as
// JSON numbers, and unit amounts to as many decimals as were asked for.

import { type Day, startOf } from "../exact/day.ts";
import { isNumeral, isRecord, type Json, type JsonObject, numeral } from "../exact/json.ts";
import { withDecimals } from "../exact/money.ts";

const DAYS = new Set([
  "Date",
  "DueDate",
  "ExpectedPaymentDate",
  "PlannedPaymentDate",
  "FullyPaidOnDate",
  "JournalDate",
  "PeriodLockDate",
  "EndOfYearLockDate",
]);
const DAYS_WITH_TWIN = new Set(["Date", "DueDate"]);
const INSTANTS = new Set(["UpdatedDateUTC", "CreatedDateUTC"]);
const PRICES = new Set(["UnitAmount", "UnitPrice"]);
// A document says that it has files; which they are is asked for by itself.
const ASKED_FOR_APART = new Set(["Attachments"]);

export function toWire(document: Readonly<Record<string, unknown>>, unitDecimals = 2): JsonObject {
  const members = Object.entries(document).flatMap(([key, value]) => member(key, value, unitDecimals));
  return Object.fromEntries(members);
}

export function wireDay(day: Day): string {
  return `/Date(${startOf(day)}+0000)/`;
}

export function wireInstant(instant: number): string {
  return `/Date(${instant}+0000)/`;
}

function member(key: string, value: unknown, unitDecimals: number): [string, Json][] {
  if (value === undefined || ASKED_FOR_APART.has(key)) return [];
  if (DAYS.has(key) && typeof value === "string") return dayMembers(key, value);
  if (INSTANTS.has(key) && typeof value === "number") {
    return [
      [key, wireInstant(value)],
      [`${key}String`, `${new Date(value).toISOString().slice(0, 19)}Z`],
    ];
  }
  if (PRICES.has(key) && isNumeral(value)) return [[key, numeral(withDecimals(value.numeral, unitDecimals))]];
  return [[key, wireValue(value, unitDecimals)]];
}

function dayMembers(key: string, value: string): [string, Json][] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return [[key, value]];
  const day: [string, Json] = [key, wireDay(value)];
  return DAYS_WITH_TWIN.has(key) ? [[`${key}String`, `${value}T00:00:00`], day] : [day];
}

function wireValue(value: unknown, unitDecimals: number): Json {
  if (Array.isArray(value)) return value.map((one) => wireValue(one, unitDecimals));
  if (isNumeral(value)) return value;
  if (isRecord(value)) return toWire(value, unitDecimals);
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint") return value;
  return value === true;
}
