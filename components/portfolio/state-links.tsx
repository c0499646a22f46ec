import Link from "next/link";
import { classes } from "#components/ui/classes.ts";
import type { State } from "#lib/portfolio/arrange.ts";

type Props = { counts: Record<State, number>; shown: State; hrefOf: (state: State) => string };

/** Which clients are shown: links, so that an answer has an address. What nobody is in is not offered, but for what is shown. */
export function StateLinks({ counts, shown, hrefOf }: Props) {
  const offered = choices.filter(({ state }) => counts[state] > 0 || state === shown);
  return (
    <nav aria-label="Which organisations" className="flex flex-wrap gap-2 print:hidden">
      {offered.map(({ state, label }) => (
        <Link key={state} href={hrefOf(state)} prefetch={false} scroll={false} aria-current={state === shown ? "page" : undefined} className={classes(pill, state === shown ? "border-accent bg-accent-soft font-medium" : "border-control hover:bg-sunken")}>
          {label} <span className="figures text-muted">{counts[state]}</span>
        </Link>
      ))}
    </nav>
  );
}

const pill = "inline-flex min-h-9 items-center gap-2 rounded-md border px-2.5";

const choices: readonly { state: State; label: string }[] = [
  { state: "all", label: "All" },
  { state: "attention", label: "Pressing" },
  { state: "reconnect", label: "To connect again" },
  { state: "stale", label: "Not synced lately" },
  { state: "untied", label: "Not tied" },
  { state: "cash", label: "Short of cash" },
  { state: "overdue", label: "Late debtors" },
  { state: "unreconciled", label: "Not reconciled" },
];
