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

/** Aborts on SIGINT and SIGTERM, and when the parent is gone. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort(signal));
  whenParentIsGone(() => stop.abort("parent gone"));
  return stop.signal;
}
