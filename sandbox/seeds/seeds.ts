// The books served when no file is given.

import type { Books } from "../books/read.ts";
import type { Day } from "../exact/day.ts";
import { bramble } from "./bramble/bramble.ts";
import { harakeke } from "./harakeke/harakeke.ts";

export function seeds(today: Day): readonly Books[] {
  return [harakeke(today), bramble(today)];
}
