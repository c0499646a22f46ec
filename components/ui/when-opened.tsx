"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { classes } from "#components/ui/classes.ts";

type Props = { summary: string; className?: string; summaryClassName?: string; children: () => ReactNode };

/**
 * What is made by the browser only when somebody opens it, from figures that are on the page already: a dashboard has ten tables beneath its drawings and
 * hundreds of figures in them, of which few are ever looked at. Where there are no scripts it is there from the start.
 */
export function WhenOpened({ summary, className, summaryClassName, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const follow = () => setIsOpen(details.current?.open ?? false);
  // It may have been opened before the scripts came.
  useEffect(follow, []);
  return (
    <details ref={details} onToggle={follow} className={classes("[&:not([open])]:print:hidden", className)}>
      <summary className={classes("w-fit rounded-sm text-sm text-muted hover:text-ink", summaryClassName)}>{summary}</summary>
      {isOpen ? children() : <noscript>{children()}</noscript>}
    </details>
  );
}
