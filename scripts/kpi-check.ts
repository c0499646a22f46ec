// npm run kpi:check: lists every stored figure of a dashboard that the definitions of today would make another. Changes nothing. Exit code 1
// when there is one.
import { checkStoredDashboards, movedLine } from "#lib/kpis/check-stored.ts";
import { onCommandLine } from "./command-line.ts";

await onCommandLine(async () => {
  const { reports, figures, moved } = await checkStoredDashboards();
  const looked = `${figures} figures in ${reports} stored ${reports === 1 ? "dashboard" : "dashboards"}`;
  if (moved.length === 0) return `Today's definitions come to the same: ${looked}.`;
  process.exitCode = 1;
  return `${moved.map(movedLine).join("\n")}\n${moved.length} of ${looked} would be another by today's definitions. Stored reports stay as they are; the next dashboard is made by the new ones.`;
});
