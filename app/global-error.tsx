"use client";

import "#app/globals.css";
import { Broken } from "#components/shell/broken.tsx";
import { Page } from "#components/shell/page.tsx";

/** The root layout itself failed, so this page brings its own. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-NZ">
      <body>
        <title>Something broke · Daybook</title>
        <Page>
          <Broken error={error} homeHref="/" />
        </Page>
      </body>
    </html>
  );
}
