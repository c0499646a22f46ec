"use client";

import { useLinkStatus } from "next/link";
import { useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Outline, type OutlineOf } from "#components/shell/outline.tsx";

/** In milliseconds: what comes sooner needs no outline, and would only flicker. */
const patience = 150;

/** Stands in a link. While its page is on the way and takes its time, the outline of that page is in the place of this one. */
export function Awaited({ page }: { page: OutlineOf }) {
  const isLate = useLateness(useLinkStatus().pending);
  const main = isLate ? document.getElementById("main") : null;
  return main && <InPlaceOf main={main} page={page} />;
}

/** The page's own mark hides the rest of it: asked with `:has()`, browsers would look at all of a page again with each part of it that arrives. */
function InPlaceOf({ main, page }: { main: HTMLElement; page: OutlineOf }) {
  useLayoutEffect(() => {
    main.toggleAttribute("data-awaiting", true);
    return () => void main.toggleAttribute("data-awaiting", false);
  }, [main]);
  return createPortal(
    <div data-awaited>
      <p role="status" className="sr-only">
        Loading
      </p>
      <Outline of={page} />
    </div>,
    main,
  );
}

function useLateness(pending: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending]);
  return pending && isLate;
}
