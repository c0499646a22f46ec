import type { Metadata } from "next";
import type { ReactNode } from "react";
import { organisationAt } from "#app/(signed-in)/own-organisations.ts";

type Props = { params: Promise<{ organisation: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await organisationAt((await params).organisation);
  return { title: { default: name, template: `%s · ${name} · Daybook` } };
}

/** Nothing below is reached without a scope on this organisation. */
export default async function OrganisationLayout({ params, children }: Props) {
  await organisationAt((await params).organisation);
  return children;
}
