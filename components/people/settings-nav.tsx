"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type Props = { pages: readonly { label: string; href: string }[] };

/** The pages of some settings, one person's or an organisation's; nothing where there is only one. */
export function SettingsNav({ pages }: Props) {
  const path = usePathname();
  if (pages.length < 2) return null;
  return (
    <nav aria-label="Settings" className="mb-6 border-b border-line">
      <ul className="-mb-px flex gap-5">
        {pages.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} prefetch={false} aria-current={path === href ? "page" : undefined} className={tab}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const tab = "block border-b-2 border-transparent py-2 font-medium text-muted hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink";
