"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** In milliseconds. */
const often = 2_000;

/** While something is under way the page is made anew every other moment; without scripts it reloads. */
export function WatchSyncs() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), often);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="5" />
    </noscript>
  );
}
