import type { ReactNode } from "react";

type Props = { homeHref: string; switcher: ReactNode; running: ReactNode; search: ReactNode; navigation: ReactNode; userMenu: ReactNode };

/** The switcher comes first: which books these are is the one thing nobody may be wrong about. */
export function Header({ homeHref, switcher, running, search, navigation, userMenu }: Props) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-surface print:hidden">
      <div className="mx-auto max-w-7xl px-3 sm:px-5">
        <div className="flex h-13 items-center gap-3">
          <a href={homeHref} className="flex items-center gap-2 rounded-sm font-semibold tracking-tight">
            <Mark />
            <span className="max-sm:sr-only">Daybook</span>
          </a>
          {switcher}
          {running}
          <div className="-mr-2.5 ml-auto flex items-center">
            {search}
            {userMenu}
          </div>
        </div>
        {navigation}
      </div>
    </header>
  );
}

export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className="size-7">
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M8 9.5h16M8 16h10M8 22.5h16M8 26h16" className="stroke-on-accent" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
