// Xero's limits: per organisation 5 calls at once, 60 a minute and 5,000 a day; 10,000 a minute for the application.
// The windows are fixed and run on the stand-in's clock, so that advancing it opens them.

export type Limits = {
  // A call says at its arrival how many of its organisation are under way, itself included.
  readonly arrive: (tenantId: string) => number;
  readonly leave: (tenantId: string) => void;
  readonly judge: (tenantId: string, underWay: number, now: number) => Verdict;
  readonly reset: () => void;
};

type Verdict = {
  readonly headers: Readonly<Record<string, string>>;
  readonly refused: boolean;
};

type LimitSettings = { readonly concurrent: number; readonly minute: number; readonly day: number; readonly appMinute: number };
const XERO_LIMITS: LimitSettings = { concurrent: 5, minute: 60, day: 5000, appMinute: 10_000 };

type Window = { startedAt: number; used: number };
type Usage = { readonly minute: Window; readonly day: Window; underWay: number };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function makeLimits(isOn: boolean, settings: LimitSettings = XERO_LIMITS): Limits {
  const usages = new Map<string, Usage>();
  const app: Window = { startedAt: 0, used: 0 };
  const usageOf = (tenantId: string): Usage => {
    const usage = usages.get(tenantId) ?? { minute: { startedAt: 0, used: 0 }, day: { startedAt: 0, used: 0 }, underWay: 0 };
    usages.set(tenantId, usage);
    return usage;
  };
  return {
    arrive: (tenantId) => ++usageOf(tenantId).underWay,
    leave: (tenantId) => {
      usageOf(tenantId).underWay--;
    },
    judge: (tenantId, underWay, now) => {
      if (!isOn) return { refused: false, headers: remaining(settings.day, settings.minute, settings.appMinute) };
      return judge(usageOf(tenantId), underWay, app, settings, now);
    },
    reset: () => {
      for (const usage of usages.values()) usage.minute.used = usage.day.used = 0;
      app.used = 0;
    },
  };
}

function judge(usage: Usage, underWay: number, app: Window, settings: LimitSettings, now: number): Verdict {
  roll(usage.minute, MINUTE, now);
  roll(usage.day, DAY, now);
  roll(app, MINUTE, now);
  const problem = problemOf(usage, underWay, app, settings);
  if (!problem) for (const window of [usage.minute, usage.day, app]) window.used++;
  const left = remaining(settings.day - usage.day.used, settings.minute - usage.minute.used, settings.appMinute - app.used);
  if (!problem) return { refused: false, headers: left };
  const headers: Readonly<Record<string, string>> = { ...left, "x-rate-limit-problem": problem };
  // Xero names no waiting time for calls that are merely too many at once.
  if (problem === "concurrent") return { refused: true, headers };
  const wait = problem === "day" ? secondsLeft(usage.day, DAY, now) : secondsLeft(problem === "minute" ? usage.minute : app, MINUTE, now);
  return { refused: true, headers: { ...headers, "retry-after": String(wait) } };
}

function problemOf(usage: Usage, underWay: number, app: Window, settings: LimitSettings): string | undefined {
  if (underWay > settings.concurrent) return "concurrent";
  if (usage.day.used >= settings.day) return "day";
  if (usage.minute.used >= settings.minute) return "minute";
  return app.used >= settings.appMinute ? "appminute" : undefined;
}

function roll(window: Window, length: number, now: number): void {
  if (now < window.startedAt + length) return;
  window.startedAt = now;
  window.used = 0;
}

function secondsLeft(window: Window, length: number, now: number): number {
  return Math.max(1, Math.ceil((window.startedAt + length - now) / 1000));
}

function remaining(day: number, minute: number, appMinute: number): Readonly<Record<string, string>> {
  return {
    "x-daylimit-remaining": String(day),
    "x-minlimit-remaining": String(minute),
    "x-appminlimit-remaining": String(appMinute),
  };
}
