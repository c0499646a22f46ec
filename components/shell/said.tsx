"use client";

import { type ComponentType, useEffect, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import type { Sentence } from "#components/ui/toasts.tsx";

/** What a form did, for a few seconds; what shows it is loaded when there is something to say. Without scripts it stands at the top of the page. */
export function Said({ said }: { said: Sentence | null }) {
  const [Toasts, setToasts] = useState<ComponentType<{ said: Sentence | null }> | null>(null);
  const isSaid = said !== null;
  useEffect(() => {
    if (isSaid) import("#components/ui/toasts.tsx").then((loaded) => setToasts(() => loaded.Toasts), () => {});
  }, [isSaid]);
  return (
    <>
      {said && (
        <noscript>
          <Notice tone="success" className="mx-auto mt-4 max-w-7xl">
            <p>{said.words}</p>
          </Notice>
        </noscript>
      )}
      {Toasts && <Toasts said={said} />}
    </>
  );
}
