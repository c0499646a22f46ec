"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Awaited } from "#components/shell/awaited.tsx";
import { hrefOf, type OrganisationChoice, placeOf } from "#components/shell/place.ts";

/** The sections of the organisation whose page this is; nothing outside of one. Scrolls sideways on a phone. */
export function SectionNav({ organisations }: { organisations: readonly OrganisationChoice[] }) {
  const place = placeOf(usePathname(), organisations);
  const kept = keptOf(useSearchParams());
  if (!place) return null;
  return (
    <nav aria-label="Sections" className="-mx-3 -mb-px overflow-x-auto print:hidden">
      <ul className="flex gap-1">
        {place.organisation.sections.map((section) => (
          <li key={section.path}>
            <Link href={`${hrefOf(place.organisation, section)}${kept}`} prefetch={false} data-key={section.keys} aria-current={section === place.section ? "page" : undefined} className={tab}>
              <Label>{section.label}</Label>
              <Awaited page={section.path === "" ? "dashboard" : "list"} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The period that was chosen goes along from page to page. */
function keptOf(asked: URLSearchParams): string {
  const kept = new URLSearchParams(["period", "compare"].flatMap((name) => asked.getAll(name).slice(0, 1).map((value) => [name, value])));
  return kept.size === 0 ? "" : `?${kept}`;
}

/** Beats while its page is on the way. */
function Label({ children }: { children: string }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? "animate-pulse text-accent" : undefined}>{children}</span>;
}

const tab =
  "block border-b-2 border-transparent px-3 py-2.5 font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink";
