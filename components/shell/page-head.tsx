import type { ReactNode } from "react";

type Props = { title: ReactNode; context?: ReactNode; actions?: ReactNode };

/** What this page is, what it rests on, and what can be done: at the top of every page, in this order. */
export function PageHead({ title, context, actions }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {context && <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1.5 wrap-anywhere text-muted">{context}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>}
    </div>
  );
}
