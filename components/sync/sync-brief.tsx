import { LoaderCircle } from "lucide-react";
import Link from "next/link";
import { inBrief, type SyncJob } from "#components/sync/sync-state.ts";

/** A sync under way, in a few words that lead to its progress. */
export function SyncBrief({ job, href }: { job: SyncJob; href: string }) {
  return (
    <Link href={href} prefetch={false} className="flex min-h-8 min-w-8 items-center justify-center gap-1.5 rounded-md px-1.5 text-sm text-muted hover:bg-sunken hover:text-ink">
      <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-accent motion-reduce:animate-none" />
      <span className="figures max-sm:sr-only">{inBrief(job)}</span>
    </Link>
  );
}
