import Link from "next/link";
import type { ReactNode } from "react";
import { DrawerFocus } from "#components/reports/drawer-focus.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { classes } from "#components/ui/classes.ts";

/** `total` as it is to be read: with its currency or unit. */
type Props = { title: string; subtitle: string; formula: string; total: string; closeHref: string; children: ReactNode };

/** What lies behind a figure, beside the statement. A part of the page like any other: it opens by a link, and closes by one or by Escape. */
export function ProofDrawer({ title, subtitle, formula, total, closeHref, children }: Props) {
  return (
    <aside
      aria-labelledby="proof"
      className="proof-drawer fixed inset-y-0 right-0 z-40 flex w-[min(38rem,100vw)] flex-col border-l border-line bg-surface shadow-floating print:static print:mt-6 print:w-auto print:border-0 print:shadow-none"
    >
      <header className="flex items-start justify-between gap-4 max-sm:flex-wrap border-b border-line px-4 py-4 sm:px-5">
        <div className="min-w-0 max-sm:basis-full">
          <h2 id="proof" tabIndex={-1} className="text-md font-semibold outline-none">
            {title}
          </h2>
          <p className="text-sm text-muted">{subtitle}</p>
        </div>
        <p className="figures text-md sm:ml-auto font-semibold whitespace-nowrap">{total}</p>
        <Link href={closeHref} scroll={false} id="proof-close" className={classes(buttonClasses({ size: "small" }), "-my-1")}>
          Close
        </Link>
      </header>
      <section aria-label={`Proof of ${title}`} tabIndex={0} className="relative flex-1 overflow-y-auto pb-6 -outline-offset-2 print:overflow-visible">
        <p className="border-b border-line bg-sunken px-4 py-2.5 text-sm sm:px-5">{formula}</p>
        {children}
      </section>
      <DrawerFocus key={`${title} ${subtitle}`} />
    </aside>
  );
}
