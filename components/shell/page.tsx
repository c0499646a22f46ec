import type { ReactNode } from "react";

/** What the skip link leads to. Every page has exactly one. The outline of the page that is on its way takes its room. */
export function Page({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto max-w-7xl px-3 py-6 sm:px-5 sm:py-8 print:max-w-none print:p-0 data-awaiting:[&>:not([data-awaited])]:hidden">
      {children}
    </main>
  );
}
