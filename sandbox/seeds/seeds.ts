// The books served when no file is given: five clients of an accountant, each with another trouble, by the names that --seeds knows them by. Beside
// them stand books that are there to break layouts, served only where they are named.

import { refuse } from "../books/problem.ts";
import type { Books } from "../books/read.ts";
import type { Day } from "../exact/day.ts";
import { bramble } from "./bramble/bramble.ts";
import { cedarHollow } from "./cedar-hollow/cedar-hollow.ts";
import { harakeke } from "./harakeke/harakeke.ts";
import { manyAccounts, oneAccount } from "./hostile/few-and-many.ts";
import { hardNames } from "./hostile/hard-names.ts";
import { hugeAmounts } from "./hostile/huge-amounts.ts";
import { pohutukawa } from "./pohutukawa/pohutukawa.ts";
import { stoneCreek } from "./stone-creek/stone-creek.ts";

type Seeds = Readonly<Record<string, (today: Day) => Books>>;

const CLIENTS: Seeds = { harakeke, bramble, "stone-creek": stoneCreek, "cedar-hollow": cedarHollow, pohutukawa };
const HOSTILE: Seeds = { "hard-names": hardNames, "huge-amounts": hugeAmounts, "one-account": oneAccount, "many-accounts": manyAccounts };
const SEEDS: Seeds = { ...CLIENTS, ...HOSTILE };

// The five clients, or those named, in the order they are named.
export function seeds(today: Day, names: readonly string[] = []): readonly Books[] {
  const wanted = names.length > 0 ? names : Object.keys(CLIENTS);
  return wanted.map((name) => (SEEDS[name] ?? unknown(name))(today));
}

function unknown(name: string): never {
  refuse(`There is no seed "${name}". Known are ${Object.keys(SEEDS).join(", ")}.`);
}
