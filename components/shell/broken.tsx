"use client";

import { useEffect } from "react";
import { DeadEnd } from "#components/shell/dead-end.tsx";
import { Button, buttonClasses } from "#components/ui/button.tsx";

type Props = { error: Error & { digest?: string }; homeHref: string };

/** A bug of ours: no stack, but the reference under which it is logged. */
export function Broken({ error, homeHref }: Props) {
  useEffect(() => {
    document.title = "Something broke · Daybook";
  }, []);
  return (
    <DeadEnd
      title="Something broke on our side"
      actions={
        <>
          <Button type="button" variant="primary" onClick={() => location.reload()}>
            Try again
          </Button>
          <a href={homeHref} className={buttonClasses()}>
            Go to the start
          </a>
        </>
      }
    >
      <p>This page could not be shown. Your books are as they were.</p>
      {error.digest && (
        <p className="mt-3">
          Quote this reference when you report it: <code className="figures font-semibold text-ink">{error.digest}</code>
        </p>
      )}
    </DeadEnd>
  );
}
