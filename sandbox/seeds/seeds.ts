// The books served when no file is given: five clients of an accountant, each with another trouble, by the names that --seeds knows them by.

import { refuse } from "../books/problem.ts";
import type { Books } from "../books/read.ts";
import type { Day } from "../exact/day.ts";
import { bramble } from "./bramble/bramble.ts";
import { cedarHollow } from "./cedar-hollow/cedar-hollow.ts";
import { harakeke } from "./harakeke/harakeke.ts";
import { pohutukawa } from "./pohutukawa/pohutukawa.ts";
import { stoneCreek } from "./stone-creek/stone-creek.ts";

const SEEDS: Readonly<Record<string, (today: Day) => Books>> = { harakeke, bramble, "stone-creek": stoneCreek, "cedar-hollow": cedarHollow, pohutukawa };

// All of them, or those named, in the order they are named.
export function seeds(today: Day, names: readonly string[] = []): readonly Books[] {
  const wanted = names.length > 0 ? names : Object.keys(SEEDS);
  return wanted.map((name) => (SEEDS[name] ?? unknown(name))(today));
}

function unknown(name: string): never {
  refuse(`There is no seed "${name}". Known are ${Object.keys(SEEDS).join(", ")}.`);
}
