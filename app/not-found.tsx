import type { Metadata } from "next";
import { NotHere } from "#components/shell/not-here.tsx";
import { Page } from "#components/shell/page.tsx";

export const metadata: Metadata = { title: "Nothing is here" };

export default function NotFound() {
  return (
    <Page>
      <NotHere homeHref="/" />
    </Page>
  );
}
