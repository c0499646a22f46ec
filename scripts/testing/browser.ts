// A browser for the tests: Playwright's own, else Debian's Chromium, else Debian's package where we may install it, else a sentence. The headless shell is
// Chromium without its windows: the same engine for half of the work.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a browser, or undefined for Playwright's own. */
export function findBrowser(say: (line: string) => void): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  if (existsSync(chromium.executablePath())) return undefined;
  const found = installed.find((path) => existsSync(path));
  return found ?? installBrowser(say);
}

function installBrowser(say: (line: string) => void): string {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Debian's Chromium for the browser tests …");
    const quiet = { stdio: "ignore" as const, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update"], quiet);
    for (const browser of ["chromium-headless-shell", "chromium"]) {
      spawnSync("apt-get", ["install", "-y", "--no-install-recommends", browser, "fonts-liberation"], quiet);
      const found = installed.find((path) => existsSync(path));
      if (found) return found;
    }
  }
  throw new Error("The browser tests need Chromium. Run: npx playwright install chromium, or install Debian's package chromium, or set CHROMIUM_PATH.");
}
