import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

type Props = { title?: ReactNode; description?: ReactNode; actions?: ReactNode; flush?: boolean; className?: string; children: ReactNode };

/** A surface on the canvas. `flush` lets a table reach its edges. */
export function Card({ title, description, actions, flush = false, className, children }: Props) {
  return (
    <section className={classes("min-w-0 rounded-lg border border-line bg-surface shadow-raised print:border-0 print:shadow-none", className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 pt-4 sm:px-5 pb-3">
          <div className="min-w-0">
            {title && <h2 className="text-md font-semibold">{title}</h2>}
            {description && <p className="mt-0.5 text-sm text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : classes("px-4 pb-5 sm:px-5", !title && !actions && "pt-5")}>{children}</div>
    </section>
  );
}
