"use client";

import { Broken } from "#components/shell/broken.tsx";
import { Page } from "#components/shell/page.tsx";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <Page>
      <Broken error={error} homeHref="/" />
    </Page>
  );
}
