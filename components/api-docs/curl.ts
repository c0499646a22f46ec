// The example of an operation as a command: what somebody pastes into a terminal to see it work.
import type { OperationObject, Parameter } from "#lib/openapi/openapi.ts";

type Call = { server: string; method: string; path: string; operation: OperationObject };

export function curlOf({ server, method, path, operation }: Call): string {
  const shown = operation.parameters.flatMap((parameter) => ("in" in parameter && parameter.example !== undefined ? [parameter] : []));
  const address = path.replaceAll(/\{(\w+)\}/g, (_braces, name: string) => encodeURIComponent(textOf(shown.find((parameter) => parameter.name === name)?.example)));
  const query = new URLSearchParams(shown.flatMap(pairsOf)).toString();
  const body = operation.requestBody?.content["application/json"]?.example;
  return [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}${quoted(`${server}${address}${query && `?${query}`}`)}`,
    `-H "Authorization: Bearer $DAYBOOK_KEY"`,
    ...(body === undefined ? [] : [`-H ${quoted("Content-Type: application/json")}`, `-d ${quoted(JSON.stringify(body))}`]),
  ].join(" \\\n  ");
}

function pairsOf({ name, in: place, example }: Parameter): [string, string][] {
  if (place !== "query") return [];
  return (Array.isArray(example) ? example : [example]).map((one) => [name, textOf(one)]);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

/** For a shell: as it stands, also where it has a quote in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
