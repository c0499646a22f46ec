// Documents without an id get one that depends only on what they are, so that the same file always serves the same ids.

import { v5 } from "uuid";

const NAMESPACE = "5d1d9d2e-6c2b-5f0a-9a54-3f6f7d1f2b60";

export function identify(...parts: readonly (string | number)[]): string {
  return v5(parts.join("/"), NAMESPACE);
}
