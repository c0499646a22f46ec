import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type OutlineOf = "dashboard" | "report" | "list" | "portfolio";

/** The shape of a page before its content: what will stand where, and nothing to read. */
export function Outline({ of }: { of: OutlineOf }) {
  const Shape = shapes[of];
  return (
    <div aria-hidden className="animate-pulse motion-reduce:animate-none">
      <div className="mb-6 flex flex-col gap-2.5">
        <Bar className="h-7 w-64 max-w-full" />
        <Bar className="h-4 w-96 max-w-full" />
      </div>
      <Shape />
    </div>
  );
}

function Dashboard() {
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {several(8, (tile) => (
          <Box key={tile} className="flex h-40 flex-col gap-3 p-4">
            <Bar className="h-3.5 w-24 max-w-full" />
            <Bar className="h-6 w-32 max-w-full" />
            <Bar className="mt-auto h-8 w-full" />
          </Box>
        ))}
      </div>
      <Box className="mt-12 flex h-80 items-end gap-2 p-5">
        {several(12, (column) => (
          <Bar key={column} className={classes("flex-1", heights[column % heights.length])} />
        ))}
      </Box>
    </>
  );
}

function Report() {
  return (
    <Box className="px-4 py-2">
      {several(16, (row) => (
        <div key={row} className="flex h-8 items-center gap-6">
          <Bar className={classes("h-3.5", row % 5 === 0 ? "w-32" : "ml-4 w-48")} />
          <span className="flex-1" />
          {several(4, (column) => (
            <Bar key={column} className={classes("h-3.5 w-16", column > 0 && "max-sm:hidden")} />
          ))}
        </div>
      ))}
    </Box>
  );
}

function List() {
  return (
    <>
      <Box className="mb-6 h-28" />
      <Rows height="h-11" />
    </>
  );
}

function Portfolio() {
  return <Rows height="h-24" />;
}

function Rows({ height }: { height: string }) {
  return (
    <Box>
      {several(8, (row) => (
        <div key={row} className={classes("flex items-center gap-6 border-b border-line px-5 last:border-b-0", height)}>
          <Bar className="h-3.5 w-20" />
          <Bar className="h-3.5 flex-1" />
          <Bar className="h-3.5 w-24 max-sm:hidden" />
        </div>
      ))}
    </Box>
  );
}

const shapes = { dashboard: Dashboard, report: Report, list: List, portfolio: Portfolio } as const;
const heights = ["h-32", "h-44", "h-40", "h-56", "h-48"];

function several<Item>(count: number, item: (order: number) => Item): Item[] {
  return Array.from({ length: count }, (_, order) => item(order));
}

function Box({ className, children }: { className?: string; children?: ReactNode }) {
  return <div className={classes("rounded-lg border border-line bg-surface", className)}>{children}</div>;
}

function Bar({ className }: { className: string | undefined }) {
  return <div className={classes("rounded-sm bg-sunken", className)} />;
}
