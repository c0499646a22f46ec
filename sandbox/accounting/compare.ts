// Comparing a document's fields, for `where` and `order`. Money compares as money, days as instants, texts as Xero does:
// without regard to case.

import { startOf } from "../exact/day.ts";
import { isNumeral, isRecord } from "../exact/json.ts";
import { readMoney } from "../exact/money.ts";
import type { Condition, Value } from "./where.ts";

export type Document = Readonly<Record<string, unknown>>;
type Comparable = string | number | bigint | boolean | undefined;

export function meets(document: Document, condition: Condition): boolean {
  if (condition.kind === "and") return meets(document, condition.left) && meets(document, condition.right);
  if (condition.kind === "or") return meets(document, condition.left) || meets(document, condition.right);
  const order = compare(comparable(fieldAt(document, condition.path)), wanted(condition.value));
  const { operator } = condition;
  if (operator === "==") return order === 0;
  if (operator === "!=") return order !== 0;
  if (order === undefined) return false;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

// `order=UpdatedDateUTC ASC,Date DESC`
export function inOrder(documents: readonly Document[], written: string): readonly Document[] {
  const keys = written.split(",").map((part) => {
    const [path = "", direction = "ASC"] = part.trim().split(/\s+/);
    return { path: path.split("."), sign: direction.toUpperCase().startsWith("DESC") ? -1 : 1 };
  });
  return [...documents].sort((one, other) => {
    for (const { path, sign } of keys) {
      const order = compare(comparable(fieldAt(one, path)), comparable(fieldAt(other, path))) ?? 0;
      if (order !== 0) return sign * order;
    }
    return 0;
  });
}

function fieldAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), document);
}

function comparable(value: unknown): Comparable {
  if (isNumeral(value)) return readMoney(value.numeral) ?? value.numeral;
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}$/.test(value) ? startOf(value) : value.toLowerCase();
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return value;
  return undefined;
}

function wanted(value: Value): Comparable {
  if (value.kind === "text") return value.text.toLowerCase();
  if (value.kind === "number") return readMoney(value.text);
  if (value.kind === "instant") return value.instant;
  return value.kind === "truth" ? value.truth : undefined;
}

function compare(one: Comparable, other: Comparable): number | undefined {
  if (one === undefined || other === undefined) return one === other ? 0 : undefined;
  if (typeof one !== typeof other) return undefined;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
