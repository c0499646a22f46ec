import { expect, type Locator } from "@playwright/test";

/** Waits until React has taken these elements over, on which it leaves its mark: until then links load pages anew, and fields are as the server wrote them.
 * A network that falls silent would not say so, for pages may ask for news. */
export async function takenOver(elements: Locator, timeout?: number): Promise<void> {
  const areMarked = () => elements.evaluateAll((found) => found.length > 0 && found.every((element) => Object.keys(element).some((key) => key.startsWith("__react"))));
  await expect.poll(areMarked, { message: "React has taken it over", ...(timeout ? { timeout } : {}) }).toBe(true);
}
