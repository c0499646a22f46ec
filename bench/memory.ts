// What the product holds in memory while nobody asks it for anything: app and worker, each with whatever it started, as the system counts it.
import { readdirSync, readFileSync } from "node:fs";
import type { Sites } from "./sites.ts";
import type { Line } from "./table.ts";

/** Linux alone tells; elsewhere the line says so. Measured before anything is asked over HTTP but the signing in. */
export function idleMemory({ processes }: Sites): Line {
  const metric = "memory of app and worker, idle";
  const goal = "(the minimal app)";
  if (process.platform !== "linux") return { metric, anchor: "", ours: "not told by this system", ratio: null, goal };
  const [own, least] = [residentOf([processes.app, processes.worker]), residentOf([processes.minimal])];
  return { metric, anchor: megabytes(least), ours: megabytes(own), ratio: least / own, goal };
}

/** Kilobytes of some processes and all their descendants. */
export function residentOf(roots: readonly number[]): number {
  const parents = new Map(readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap((name) => statusOf(Number(name))).map(({ pid, parent, resident }) => [pid, { parent, resident }]));
  const belongs = (pid: number): boolean => roots.includes(pid) || (parents.has(pid) && belongs(parents.get(pid)?.parent ?? 0));
  return [...parents].filter(([pid]) => belongs(pid)).reduce((sum, [, { resident }]) => sum + resident, 0);
}

/** Nothing of a process that has just gone. */
function statusOf(pid: number): { pid: number; parent: number; resident: number }[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    return [{ pid, parent: field("PPid"), resident: field("VmRSS") }];
  } catch {
    return [];
  }
}

export function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MB`;
}
