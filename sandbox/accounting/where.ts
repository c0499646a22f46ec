// The part of Xero's `where` language that clients use: comparisons joined by AND and OR, with DateTime(…), guid("…"),
// texts, numbers and true/false. Anything else is a QueryParseException, as Xero answers.

export type Condition =
  | { readonly kind: "and"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "compare"; readonly path: readonly string[]; readonly operator: string; readonly value: Value };

export type Value =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "instant"; readonly instant: number }
  | { readonly kind: "truth"; readonly truth: boolean }
  | { readonly kind: "nothing" };

type Token = { readonly kind: string; readonly text: string };
type Reading = { readonly tokens: readonly Token[]; at: number };

const TOKEN =
  /\s*(?:(?<text>"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?)|(?<operator>==|!=|<=|>=|<|>|=)|(?<join>&&|\|\||AND\b|OR\b)|(?<name>[A-Za-z_][\w.]*)|(?<mark>[(),]))/iy;

export function parseWhere(written: string): Condition {
  const reading: Reading = { tokens: tokensOf(written), at: 0 };
  const condition = readOr(reading);
  if (reading.at < reading.tokens.length) fail(written);
  return condition;
}

export function isQueryProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === "QueryParseException";
}

function tokensOf(written: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (written.slice(TOKEN.lastIndex).trim() !== "") {
    const found = TOKEN.exec(written)?.groups ?? fail(written);
    const [kind = "", text = ""] = Object.entries(found).find(([, value]) => value !== undefined) ?? [];
    tokens.push({ kind, text });
  }
  return tokens;
}

function readOr(reading: Reading): Condition {
  const left = readAnd(reading);
  return takesJoin(reading, "or", "||") ? { kind: "or", left, right: readOr(reading) } : left;
}

function readAnd(reading: Reading): Condition {
  const left = readComparison(reading);
  return takesJoin(reading, "and", "&&") ? { kind: "and", left, right: readAnd(reading) } : left;
}

function readComparison(reading: Reading): Condition {
  if (peek(reading)?.text === "(") {
    take(reading, "mark");
    const inner = readOr(reading);
    closed(reading);
    return inner;
  }
  const path = take(reading, "name").text.split(".");
  const operator = take(reading, "operator").text.replace(/^=$/, "==");
  return { kind: "compare", path, operator, value: readValue(reading) };
}

function readValue(reading: Reading): Value {
  const token = reading.tokens[reading.at++] ?? fail("the end");
  if (token.kind === "text") return { kind: "text", text: unquoted(token.text) };
  if (token.kind === "number") return { kind: "number", text: token.text };
  if (token.kind !== "name") fail(token.text);
  const name = token.text.toLowerCase();
  if (name === "true" || name === "false") return { kind: "truth", truth: name === "true" };
  if (name === "null") return { kind: "nothing" };
  if (name === "guid" || name === "guid.parse") return { kind: "text", text: onlyText(reading).toLowerCase() };
  if (name === "datetime") return { kind: "instant", instant: readDateTime(reading) };
  if (name === "datetime.parse") return { kind: "instant", instant: parsedInstant(onlyText(reading)) };
  return fail(token.text);
}

function readDateTime(reading: Reading): number {
  opened(reading);
  const numbers = [Number(take(reading, "number").text)];
  while (peek(reading)?.text === ",") {
    take(reading, "mark");
    numbers.push(Number(take(reading, "number").text));
  }
  closed(reading);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function onlyText(reading: Reading): string {
  opened(reading);
  const text = unquoted(take(reading, "text").text);
  closed(reading);
  return text;
}

function parsedInstant(text: string): number {
  const instant = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
  return Number.isNaN(instant) ? fail(text) : instant;
}

function opened(reading: Reading): void {
  if (take(reading, "mark").text !== "(") fail("(");
}

function closed(reading: Reading): void {
  if (take(reading, "mark").text !== ")") fail(")");
}

function take(reading: Reading, kind: string): Token {
  const token = reading.tokens[reading.at++];
  return token?.kind === kind ? token : fail(token?.text ?? "the end");
}

function takesJoin(reading: Reading, ...words: readonly string[]): boolean {
  const token = peek(reading);
  if (token?.kind !== "join" || !words.includes(token.text.toLowerCase())) return false;
  reading.at++;
  return true;
}

function peek(reading: Reading): Token | undefined {
  return reading.tokens[reading.at];
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, "$1");
}

function fail(near: string): never {
  throw Object.assign(new Error(`The where clause could not be read near ${near}.`), { name: "QueryParseException" });
}
