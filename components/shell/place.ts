// Where in the house a page is, read from its address: which organisation, which section of it. The switcher keeps the section and
// changes the organisation.
/** `keys` lead there from anywhere. */
export type Section = { label: string; path: string; keys: string };
export type OrganisationChoice = { id: string; name: string; detail: string; href: string; sections: readonly Section[] };
export type Place = { organisation: OrganisationChoice; section: Section | undefined };

/** Undefined outside every organisation. A section's path is "" for the first page, else the next step of the address. */
export function placeOf(pathname: string, organisations: readonly OrganisationChoice[]): Place | undefined {
  const organisation = organisations.find(({ href }) => pathname === href || pathname.startsWith(`${href}/`));
  if (!organisation) return undefined;
  const step = pathname.slice(organisation.href.length).split("/")[1] ?? "";
  return { organisation, section: organisation.sections.find(({ path }) => path === step) };
}

export function hrefOf(organisation: OrganisationChoice, section: Section): string {
  return section.path ? `${organisation.href}/${section.path}` : organisation.href;
}
