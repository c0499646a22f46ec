// Everything that can be sent with an operation, in one list: from its address, its query, its headers and its body, objects within it
// opened once.
import type { Member } from "#components/api-docs/members-table.tsx";
import type { JsonSchema } from "#lib/json-schema.ts";
import type { OpenApi, OperationObject } from "#lib/openapi/openapi.ts";

export function membersOf({ components }: OpenApi, { parameters, requestBody }: OperationObject): Member[] {
  const own = parameters.flatMap((parameter) => ("in" in parameter ? [parameter] : (components.parameters[lastStep(parameter.$ref)] ?? [])));
  const outside = own.map(({ name, in: place, required = false, schema }) => ({ name, place, isRequired: required, schema }));
  return [...outside, ...inside(requestBody?.content["application/json"]?.schema ?? {}, "")];
}

function inside({ properties = {}, required = [] }: JsonSchema, prefix: string): Member[] {
  return Object.entries(properties).flatMap(([name, schema]) => [
    { name: `${prefix}${name}`, place: "body", isRequired: required.includes(name), schema },
    ...(prefix === "" ? inside(schema, `${name}.`) : []),
  ]);
}

function lastStep(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
