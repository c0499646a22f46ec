import { Badge } from "#components/ui/badge.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Ago } from "#components/ui/moment.tsx";

type Organisation = { tenantId: string; name: string; role: string | null; isActive: boolean };
type Profile = { email: string; role: string; lastLoginAt: Date | null; organisations: readonly Organisation[] };

export function ProfileFacts({ profile, now }: { profile: Profile; now: Date }) {
  const { email, role, lastLoginAt, organisations } = profile;
  const facts = [
    { term: "E-mail", value: email },
    { term: "Role", value: role },
    { term: "Last sign-in", value: lastLoginAt ? <Ago at={lastLoginAt} now={now} timeZone="UTC" /> : "Never" },
    { term: "Organisations", value: organisations.length > 0 ? <Organisations of={organisations} usualRole={role} /> : "None yet" },
  ];
  return <Facts facts={facts} />;
}

function Organisations({ of: organisations, usualRole }: { of: readonly Organisation[]; usualRole: string }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {organisations.map(({ tenantId, name, role, isActive }) => (
        <li key={tenantId} className="flex flex-wrap items-center gap-2">
          {name}
          {role && role !== usualRole && <Badge>{role} here</Badge>}
          {isActive && <Badge tone="info">Active</Badge>}
        </li>
      ))}
    </ul>
  );
}
