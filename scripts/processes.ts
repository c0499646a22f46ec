// Starting our own processes and ending them: each is watched, and each watches its parent.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

export type Running = { name: string; child: ChildProcess; ended: Promise<number>; output: () => string };

/** Next reads .env and its kin for whatever the environment does not say, unless it finds this mark: what a command was given is all there is. */
const withoutEnvFiles = { __NEXT_PROCESSED_ENV: "true" };

/** Runs a file with this Node. Its output is kept (the last 20 kB) and shown when `show` is set. */
export function start(name: string, args: readonly string[], env: Record<string, string | undefined>, show = false): Running {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...withoutEnvFiles, ...env, PARENT_PID: String(process.pid) }, stdio: ["ignore", "pipe", "pipe"] });
  let kept = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      kept = (kept + chunk.toString()).slice(-20_000);
      if (show) process.stdout.write(chunk);
    });
  }
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  return { name, child, ended, output: () => kept };
}

/** Asks all of them to end, and makes them after a while. */
export async function stopAll(running: readonly Running[], patience = 10_000): Promise<void> {
  for (const { child } of running) child.kill("SIGTERM");
  const gone = Promise.all(running.map(({ ended }) => ended));
  await Promise.race([gone, delay(patience, undefined, { ref: false })]);
  for (const one of running) if (!hasEnded(one)) one.child.kill("SIGKILL");
}

/** Waits until an address answers that all is well; fails with the process's own words when it ends before, or with what it answered last. */
export async function answering(url: string, running: Running, patience = 60_000): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    if (hasEnded(running)) throw new Error(`${running.name} stopped: ${running.output().trim() || "it said nothing"}`);
    const answer = await ask(url);
    if (answer.isWell) return;
    if (Date.now() > deadline) throw new Error(`${running.name} is not well at ${url}: ${answer.said || running.output().trim()}`);
    await delay(100);
  }
}

async function ask(url: string): Promise<{ isWell: boolean; said: string }> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
    return { isWell: response.ok, said: `${response.status} ${await response.text()}` };
  } catch {
    return { isWell: false, said: "" };
  }
}

function hasEnded({ child }: Running): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Nothing when the port is free, else a sentence. */
export async function refuseTakenPort(port: number, variable: string): Promise<void> {
  if (await isFree(port)) return;
  throw new Error(`Port ${port} is taken by another program. Stop that program, or choose another port: ${variable}=${port + 10}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
