// hledger for the second opinion: the one on the path, else Debian's package where we may install it, else a sentence.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export const noHledger = "hledger is not on this machine and could not be installed. Install it (Debian: apt-get install hledger) and run the command again.";

/** For the end of a test's name. */
export const withoutHledger = haveHledger() ? "" : ` (skipped: ${noHledger})`;

export function haveHledger(): boolean {
  return spawnSync("hledger", ["--version"], { stdio: "ignore" }).status === 0;
}

/** Whether it is there now. */
export function installHledger(say: (line: string) => void): boolean {
  if (haveHledger()) return true;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Debian's hledger …");
    const quiet = { stdio: "ignore" as const, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "hledger"], quiet);
  }
  return haveHledger();
}
