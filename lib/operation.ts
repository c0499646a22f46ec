// An operation is written once; every door (page, form, HTTP, assistant, MCP) is a loop over the list of operations. `run` is for our own
// pages, which hold a scope; `call` is for doors, which hold a caller and an input nobody has read yet. Both check the permission and read
// the input; `call` also holds the output to its schema and writes it as JSON values.
import { z } from "zod";
import type { Permission } from "#lib/permissions.ts";
import { faults } from "#lib/problem.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Caller, permit, type Reach } from "#lib/scope.ts";

type Http = { method: "GET" | "POST" | "PATCH" | "DELETE"; path: `/${string}`; status?: number; /** Where what was made is found; names in braces are fields of the answer. */ location?: `/${string}` };

type Definition<Input extends z.ZodObject, Output extends z.ZodType, Reached extends Reach> = {
  name: `${string}.${string}`;
  describe: string;
  needs: Permission;
  /** `one`, `many` or `none` of lib/scope: which part of what the caller may reach this input asks for. */
  scope: (caller: Caller, needs: Permission, input: z.output<Input>) => Reached;
  effect: "read" | "write";
  input: Input;
  output: Output;
  http: Http;
  run: (scope: Reached, input: z.output<Input>) => Promise<z.output<Output>>;
};

/** What a door sees: the types of input and output are the operation's own affair. */
export type Operation = Pick<Definition<z.ZodObject, z.ZodType, Reach>, "name" | "describe" | "needs" | "effect" | "input" | "output" | "http"> & {
  call: (caller: Caller, input: unknown) => Promise<unknown>;
};

export function operation<Input extends z.ZodObject, Output extends z.ZodType, Reached extends Reach>(definition: Definition<Input, Output, Reached>) {
  const { needs, input: asked, output } = definition;

  async function run(scope: Reached, input: z.input<Input>) {
    permit(scope, needs);
    return definition.run(scope, accept(asked, input));
  }
  async function call(caller: Caller, input: unknown): Promise<unknown> {
    permit(caller, needs);
    const accepted = accept(asked, input);
    return z.encode(output, await definition.run(definition.scope(caller, needs, accepted), accepted));
  }
  return { ...definition, run, call };
}

/** The input as its schema reads it. Refusal "invalid" listing each fault. */
export function accept<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new Refusal("invalid", "Some of what you sent cannot be used; each fault is listed.", { faults: faults(read.error.issues) });
}
