// A formula's text cut into numbers, names, operators and parentheses, each with the character it stands at, so that a fault can point at it.
import { refuse } from "#lib/refusal.ts";

export type Token = { kind: "number" | "name" | "sign" | "end"; text: string; at: number };

/** Nothing anybody writes by hand is longer. */
const longest = 1_000;
const pieces = /\s+|(?<number>\d+(?:\.\d+)?)|(?<name>[A-Za-z][A-Za-z0-9]*)|(?<sign><=|>=|!=|[-+*/()<>=])/y;

export function tokensOf(text: string): Token[] {
  if (text.length > longest) return fault(text, longest, `a formula has ${longest} characters at most`);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    pieces.lastIndex = at;
    const found = pieces.exec(text);
    if (!found) return fault(text, at, `"${text.charAt(at)}" means nothing here`);
    tokens.push(...tokenOf(found.groups ?? {}, at));
    at += found[0].length;
  }
  return [...tokens, { kind: "end", text: "", at: text.length }];
}

/** Refusal "invalid" that says where: the character counted from one, and the text with a caret beneath it. */
export function fault(text: string, at: number, what: string): never {
  const detail = `At character ${at + 1}: ${what}.\n${text}\n${" ".repeat(at)}^`;
  return refuse("invalid", detail, { faults: [{ pointer: "/formula", detail }] });
}

function tokenOf({ number, name, sign }: Record<string, string | undefined>, at: number): Token[] {
  if (number !== undefined) return [{ kind: "number", text: number, at }];
  if (name !== undefined) return [{ kind: "name", text: name, at }];
  return sign === undefined ? [] : [{ kind: "sign", text: sign, at }];
}
