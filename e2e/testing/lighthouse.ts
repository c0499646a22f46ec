// Lighthouse, Google's own auditor, in a browser of its own.
import { type BrowserContext, chromium } from "@playwright/test";
import lighthouse, { type Flags } from "lighthouse";
import { freePort } from "./own-server.ts";

/** Of 100; and of what costs points, the names. */
export type Verdict = { scores: Record<string, number>; faults: string[] };
export type Lighthouse = { audit: (address: string, context?: BrowserContext) => Promise<Verdict>; close: () => Promise<void> };

/** What it is asked for does not depend on time, so it need not wait for a quiet moment. */
const settings: Flags = {
  onlyCategories: ["accessibility", "best-practices"],
  throttlingMethod: "provided",
  disableFullPageScreenshot: true,
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
  logLevel: "error",
};

/** `launch` as the tests start their own browsers. */
export async function openLighthouse(launch: Parameters<typeof chromium.launch>[0]): Promise<Lighthouse> {
  const port = await freePort();
  const browser = await chromium.launch({ ...launch, args: [...(launch?.args ?? []), `--remote-debugging-port=${port}`] });
  return {
    close: () => browser.close(),
    /** Signed in as the context is, where one is given. */
    async audit(address, context) {
      const cookies = (await context?.cookies(address))?.map(({ name, value }) => `${name}=${value}`).join("; ");
      const result = await lighthouse(address, { ...settings, port, ...(cookies ? { extraHeaders: { Cookie: cookies } } : {}) });
      if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not look at ${address}: ${result?.lhr.runtimeError?.message ?? "no answer"}`);
      const { categories, audits, finalDisplayedUrl } = result.lhr;
      if (finalDisplayedUrl !== address) throw new Error(`${address} led to ${finalDisplayedUrl}.`);
      const costly = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1));
      return {
        scores: Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])),
        faults: costly.map(({ id }) => `${id}: ${audits[id]?.title}`),
      };
    },
  };
}
