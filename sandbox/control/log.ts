// Every call that reached the stand-in, so that a test can count what a sync has cost.

import type { JsonObject } from "../exact/json.ts";

export type Call = {
  readonly kind: "accounting" | "connections" | "identity";
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly organisation: string;
  readonly status: number;
  readonly bytes: number;
  readonly at: string;
};

const LONGEST = 100_000;

export type Log = {
  readonly add: (call: Call) => void;
  readonly clear: () => void;
  readonly shown: (filter: URLSearchParams) => JsonObject;
};

export function makeLog(): Log {
  const calls: Call[] = [];
  return {
    add: (call) => {
      calls.push(call);
      if (calls.length > LONGEST) calls.shift();
    },
    clear: () => {
      calls.length = 0;
    },
    shown: (filter) => {
      const found = calls.filter((call) => matches(call, filter));
      return { count: found.length, bytes: found.reduce((sum, { bytes }) => sum + bytes, 0), calls: found };
    },
  };
}

function matches(call: Call, filter: URLSearchParams): boolean {
  const equal = (name: string, value: string) => !filter.has(name) || filter.get(name)?.toLowerCase() === value.toLowerCase();
  return (
    equal("kind", call.kind) &&
    equal("method", call.method) &&
    equal("path", call.path) &&
    equal("organisation", call.organisation) &&
    equal("status", String(call.status)) &&
    call.at >= (filter.get("since") ?? "")
  );
}
