import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { type Tone, toneClasses } from "#components/ui/tone.ts";

type Props = { tone?: Tone; title?: string | undefined; className?: string; children: ReactNode };

/** A state in a word or two. */
export function Badge({ tone = "neutral", title, className, children }: Props) {
  return (
    <span title={title} className={classes("inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-xs font-medium [&_svg]:size-3.5 [&_svg]:shrink-0", toneClasses[tone], className)}>
      {children}
    </span>
  );
}
