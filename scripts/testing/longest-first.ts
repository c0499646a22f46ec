// Vitest begins with the largest files. Those that start workers, sync whole books or build the app are small and take longest, and whichever comes last
// would keep one core waiting for the other: they go first.
import type { Vitest, TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

const longest = ["scripts/", "worker/", "sandbox/seeds/", "lib/hot-queries", "lib/openapi/", "db/"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one, this.ctx) - rankOf(other, this.ctx));
  }
}

function rankOf({ moduleId }: TestSpecification, { config }: Vitest): number {
  const path = moduleId.slice(config.root.length + 1);
  const rank = longest.findIndex((start) => path.startsWith(start));
  return rank < 0 ? longest.length : rank;
}
