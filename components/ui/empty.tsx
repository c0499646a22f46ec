import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode; action?: ReactNode };

/** Nothing here yet: what would be here, why it is not, and the next step. */
export function Empty({ title, children, action }: Props) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-10 text-center">
      <p className="text-md font-semibold">{title}</p>
      <div className="mt-1.5 text-muted">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
