import type { Connection } from "#components/organisations/organisation-line.ts";
import { Badge } from "#components/ui/badge.tsx";

export function ConnectionBadge({ connection }: { connection: Connection }) {
  const { tone, words } = states[connection];
  return <Badge tone={tone}>{words}</Badge>;
}

const states = {
  connected: { tone: "success", words: "Connected" },
  reauthRequired: { tone: "warning", words: "Sign-in needed" },
  disconnected: { tone: "neutral", words: "Disconnected" },
} as const;
