// An operation is written once; every door (page, form, HTTP, assistant, MCP) is a loop over the list of operations. `run` is for our own
// pages, which hold a scope; `call` is for doors, which hold a caller and an input nobody has read yet. Both check the permission and read
// the input; `call` also holds the output to its schema and writes it as JSON values. `prepare` is the first half of `call`: whatever may be
// refused before anything is done, is refused there.
import { z } from "zod";
import type { Permission } from "#lib/permissions.ts";
import { faults } from "#lib/problem.ts";
import { Refusal } from "#lib/refusal.ts";
import { type Caller, permit, type Reach } from "#lib/scope.ts";

export type Http = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: `/${string}`;
  status?: number;
  /** Where what was made can be found again: a path whose names in braces are members of the answer. */
  location?: `/${string}`;
  /** Where it answers with a file instead of JSON, which only a GET may: the media types there are. */
  files?: readonly string[];
};

type Definition<Input extends z.ZodObject, Output extends z.ZodType, Reached extends Reach> = {
  name: `${string}.${string}`;
  describe: string;
  /** Null: whoever asks may. */
  needs: Permission | null;
  /** `one`, `many` or `none` of lib/scope: which part of what the caller may reach this input asks for. */
  scope: (caller: Caller, needs: Permission | null, input: z.output<Input>) => Reached;
  effect: "read" | "write";
  input: Input;
  output: Output;
  http: Http;
  /** One call of it as JSON has it, for the reference; lib/openapi holds it to the schemas. */
  example?: { input: z.input<Input>; output: z.input<Output> };
  run: (scope: Reached, input: z.output<Input>) => Promise<z.output<Output>>;
};

/** What a door sees: the types of input and output are the operation's own affair. */
export type Operation = Pick<Definition<z.ZodObject, z.ZodType, Reach>, "name" | "describe" | "needs" | "effect" | "input" | "output" | "http"> & {
  example?: { input: object; output: unknown };
  prepare: (caller: Caller, input: unknown) => { reach: Reach; run: () => Promise<unknown> };
  call: (caller: Caller, input: unknown) => Promise<unknown>;
};

export function operation<Input extends z.ZodObject, Output extends z.ZodType, Reached extends Reach>(definition: Definition<Input, Output, Reached>) {
  const { needs, input: asked, output } = definition;

  async function run(scope: Reached, input: z.input<Input>) {
    permit(scope, needs);
    return definition.run(scope, accept(asked, input));
  }
  function prepare(caller: Caller, input: unknown) {
    permit(caller, needs);
    const accepted = accept(asked, input);
    const reach = definition.scope(caller, needs, accepted);
    return { reach, run: async (): Promise<unknown> => z.encode(output, await definition.run(reach, accepted)) };
  }
  async function call(caller: Caller, input: unknown): Promise<unknown> {
    return prepare(caller, input).run();
  }
  return { ...definition, run, prepare, call };
}

/** The input as its schema reads it. Refusal "invalid" listing each fault. */
export function accept<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  // PostgreSQL keeps no text with U+0000 in it, and nobody types one.
  if (read.success && hasNul(read.data)) throw new Refusal("invalid", "A text that you sent has the character U+0000 in it, which cannot be kept.");
  if (read.success) return read.data;
  throw new Refusal("invalid", "Some of what you sent cannot be used; each fault is listed.", { faults: faults(read.error.issues) });
}

function hasNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  return typeof value === "object" && value !== null && Object.values(value).some(hasNul);
}
