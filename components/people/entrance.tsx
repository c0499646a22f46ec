import type { ReactNode } from "react";
import { Mark } from "#components/shell/header.tsx";

type Props = { title: string; lead?: ReactNode; foot?: ReactNode; children: ReactNode };

/** A page for somebody who is not in yet: one thing to do, in the middle. */
export function Entrance({ title, lead, foot, children }: Props) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-10">
      <p className="mb-6 flex items-center gap-2.5 text-md font-semibold tracking-tight">
        <Mark />
        Daybook
      </p>
      <div className="rounded-lg border border-line bg-surface px-6 py-6 shadow-raised">
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        {lead && <div className="mt-1.5 text-muted">{lead}</div>}
        <div className="mt-5">{children}</div>
      </div>
      {foot && <div className="mt-5 text-sm text-muted">{foot}</div>}
    </main>
  );
}
