import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

type TableProps = { caption: string; showCaption?: boolean; className?: string; children: ReactNode };
type CellLook = { numeric?: boolean | undefined };

/** Always captioned. Where it is wider than the page it scrolls in its own region, which the keyboard can reach. */
export function Table({ caption, showCaption = false, className, children }: TableProps) {
  return (
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto rounded-lg print:overflow-visible">
      <table className={classes("rows w-full border-collapse text-left", className)}>
        <caption className={showCaption ? "px-4 py-3 sm:px-5 text-left text-md font-semibold" : "sr-only"}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}

/** A column's head; `numeric` columns align right, over figures of one width. */
export function HeadCell({ numeric, className, ...rest }: ComponentProps<"th"> & CellLook) {
  return <th scope="col" className={classes(numeric && "text-right", className) || undefined} {...rest} />;
}

/** A row's head: what the row is about. */
export function RowHead(props: ComponentProps<"th">) {
  return <th scope="row" {...props} />;
}

export function Cell({ numeric, className, ...rest }: ComponentProps<"td"> & CellLook) {
  return <td className={classes(numeric && "amount", className) || undefined} {...rest} />;
}
