// The organisation of the API reference.

export const exampleOrganisation = {
  id: "01990000-0000-7000-8000-000000000001",
  name: "Hāpuku Services",
  tenantType: "Organization",
  baseCurrency: "NZD",
  timezone: "Pacific/Auckland",
  connectionStatus: "connected",
  lastSyncedAt: "2026-11-21T07:12:00.000Z",
  isActive: true,
} as const;

export const exampleTieOut = { asAt: "2026-10-31", accounts: 14, differing: 2, amount: "0.06", ties: true };
