import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode; actions: ReactNode };

/** A page that leads no further: what happened, and the way back. */
export function DeadEnd({ title, children, actions }: Props) {
  return (
    <div className="mx-auto max-w-lg py-16 text-center">
      <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
      <div className="mt-3 text-md text-muted">{children}</div>
      <div className="mt-8 flex flex-wrap justify-center gap-3">{actions}</div>
    </div>
  );
}
