import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { toneClasses } from "#components/ui/tone.ts";

type Props = { tone?: keyof typeof icons; title?: ReactNode; actions?: ReactNode; className?: string; children?: ReactNode };

/** A sentence that has to be seen: what happened, what is safe, what to do. Errors interrupt a screen reader, the others wait. */
export function Notice({ tone = "info", title, actions, className, children }: Props) {
  const Icon = icons[tone];
  return (
    <div role={tone === "error" ? "alert" : "status"} className={classes("flex gap-3 rounded-lg border px-4 py-3", toneClasses[tone], className)}>
      <Icon aria-hidden className="mt-0.5 size-4.5 shrink-0" />
      <div className="min-w-0 flex-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;
