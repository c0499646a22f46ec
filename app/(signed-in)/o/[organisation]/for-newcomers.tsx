import { addressOf } from "#app/(signed-in)/sections.ts";
import { FiveThings } from "#components/organisations/five-things.tsx";
import { appUrl } from "#lib/env.ts";
import type { DrawnDashboard } from "#lib/kpis/drawn-report.ts";
import { tilesOf } from "#lib/kpis/tiles.ts";
import { standInUrl } from "#lib/organisations/stand-in.ts";

/** Only where the books come from the stand-in. */
export function ForNewcomers({ tenantId, dashboard }: { tenantId: string; dashboard: DrawnDashboard | undefined }) {
  const standIn = standInUrl();
  const [tile] = dashboard ? tilesOf(dashboard.report) : [];
  if (standIn === null) return null;
  return (
    <FiveThings
      tileHref={dashboard && tile ? `${addressOf(tenantId, "reports")}/${dashboard.id}?${new URLSearchParams({ cell: tile.cell })}` : null}
      tieOutHref={addressOf(tenantId, "tie-out")}
      standIn={standIn}
      keysHref="/settings/api-keys"
      curl={`curl -H "Authorization: Bearer $DAYBOOK_KEY" "${appUrl()}/api/v1/kpis?tenantId=${tenantId}"`}
      portfolioHref="/organisations"
    />
  );
}
