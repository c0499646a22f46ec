// A process of ours ends when the one that started it is gone: nothing is left behind by a killed parent. PARENT_PID names the parent.

export function whenParentIsGone(end: () => void): void {
  const parent = Number(process.env.PARENT_PID ?? 0);
  if (!(parent > 0)) return;
  const watch = setInterval(() => {
    if (isAlive(parent)) return;
    clearInterval(watch);
    end();
  }, 1_000);
  watch.unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Aborts on SIGINT, SIGTERM and SIGHUP, and when the parent is gone. One Ctrl-C may arrive twice: from the terminal and from whoever started us. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop.abort(signal));
  whenParentIsGone(() => stop.abort("parent gone"));
  return stop.signal;
}

/** Resolves when the signal has fired, even if that was before anybody asked: a listener added afterwards is never called. */
export function whenStopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve();
    else stop.addEventListener("abort", () => resolve(), { once: true });
  });
}
