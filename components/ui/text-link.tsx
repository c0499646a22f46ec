import Link from "next/link";
import type { ComponentProps } from "react";
import { classes } from "#components/ui/classes.ts";

/** A link among words. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link prefetch={false} className={classes("text-accent-strong underline underline-offset-4", className)} {...rest} />;
}
