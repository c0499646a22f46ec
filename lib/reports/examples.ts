// The report of the API reference: that of docs/report-format.md, as somebody would have made and stored it.
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { contentHash } from "#lib/canonical.ts";
import type { Report } from "#lib/reports/report.ts";

export const exampleReport: Report = {
  schemaVersion: 1,
  type: "PROFIT_LOSS",
  tenant: { id: "01990000-0000-7000-8000-000000000001", name: "Hāpuku Services" },
  title: "Profit and Loss",
  basis: "accrual",
  currency: "NZD",
  period: { start: "2026-10-01", end: "2026-10-31", complete: true },
  comparison: null,
  columns: [{ id: "total", kind: "total", label: "Total", start: "2026-10-01", end: "2026-10-31" }],
  rows: [
    {
      id: "section:tradingIncome",
      parent: null,
      kind: "section",
      label: "Trading Income",
      level: 0,
      accountId: null,
      accountCode: null,
      sign: 1,
      cells: [],
    },
    {
      id: "account:01990000-0000-7000-8000-0000000000a1",
      parent: "section:tradingIncome",
      kind: "account",
      label: "Sales",
      level: 1,
      accountId: "01990000-0000-7000-8000-0000000000a1",
      accountCode: "200",
      sign: -1,
      cells: [
        {
          column: "total",
          value: "135.50",
          reason: null,
          unit: "money",
          proof: { kind: "lines", accounts: ["01990000-0000-7000-8000-0000000000a1"], from: "2026-10-01", to: "2026-10-31" },
        },
      ],
    },
    {
      id: "residual:unexplained:tradingIncome",
      parent: "section:tradingIncome",
      kind: "residual",
      label: "Unexplained difference to Xero",
      level: 1,
      accountId: null,
      accountCode: null,
      sign: -1,
      cells: [
        {
          column: "total",
          value: "0.03",
          reason: null,
          unit: "money",
          proof: {
            kind: "tieOut",
            differences: [
              {
                accountId: "01990000-0000-7000-8000-0000000000a1",
                accountName: "Sales",
                from: "2026-10-01",
                to: "2026-10-31",
                ledger: "135.50",
                xero: "135.53",
                amount: "0.03",
                evidence: null,
              },
            ],
          },
        },
      ],
    },
    {
      id: "total:totalIncome",
      parent: "section:tradingIncome",
      kind: "subtotal",
      label: "Total Trading Income",
      level: 0,
      accountId: null,
      accountCode: null,
      sign: -1,
      cells: [
        {
          column: "total",
          value: "135.53",
          reason: null,
          unit: "money",
          proof: {
            kind: "sum",
            of: [{ row: "account:01990000-0000-7000-8000-0000000000a1", factor: 1 }, { row: "residual:unexplained:tradingIncome", factor: 1 }],
          },
        },
      ],
    },
  ],
  quality: {
    final: true,
    hiddenAccounts: 12,
    unexplained: "0.06",
    tiesToXero: true,
    checkedSinceChange: true,
    drafts: { count: 1, amount: "40.00" },
    unreconciled: { count: 0, amount: "0.00" },
    lockedTo: null,
    notes: [],
  },
  tieOut: { asAt: "2026-10-31", checkedAt: "2026-11-21T07:12:00.000Z", accounts: 14, differing: 2, amount: "0.06" },
  source: { lastSyncedAt: "2026-11-21T07:12:00.000Z", dataVersion: 15, ledgerSequence: 812, definitionsVersion: 1, auditHead: "40:6c1f0e7ab2f5d1c84e0b9a37d2c6f5180e4d7b9a3c2f1e0d5b8a7c6f4e3d2b10" },
  parameters: { from: "2026-10-01", to: "2026-10-31", columns: "total", compare: "none", basis: "accrual", hideZero: true },
};

const { id: tenantId } = exampleOrganisation;

const summary = {
  id: "01990000-0000-7000-8000-0000000000b1",
  tenantId,
  userId: "01990000-0000-7000-8000-0000000000c1",
  type: exampleReport.type,
  name: "Profit and Loss, Oct 2026",
  status: "ready",
  parameters: exampleReport.parameters,
  periodStart: exampleReport.period.start,
  periodEnd: exampleReport.period.end,
  currency: exampleReport.currency,
  dataVersion: exampleReport.source.dataVersion,
  contentHash: contentHash(exampleReport),
  stale: false,
  pinned: false,
  createdAt: "2026-11-21T07:15:00.000Z",
} as const;

export const exampleStoredReport = { ...summary, supersedesId: null, successorId: null, data: exampleReport };
export const exampleListedReport = { ...summary, period: exampleReport.period, tieOut: exampleReport.tieOut, quality: exampleReport.quality };

export const exampleFile = new File([], "Hāpuku Services, Profit and Loss, 2026-10-01 to 2026-10-31.xlsx");

export const exampleCell = "account:01990000-0000-7000-8000-0000000000a1|total";

export const exampleProof = {
  formula: "Sales = credits less debits posted from 1 Oct 2026 to 31 Oct 2026",
  inputs: [],
  lines: {
    data: [
      {
        entryId: "01990000-0000-7000-8000-0000000000d1",
        lineNumber: 2,
        date: "2026-10-03",
        accountId: "01990000-0000-7000-8000-0000000000a1",
        accountName: "Sales",
        narration: "INV-7",
        amount: "135.50",
        runningTotal: "135.50",
        unproven: false,
        document: {
          id: "01990000-0000-7000-8000-0000000000e1",
          type: "INVOICE",
          xeroId: "7b1c2a10-5d0e-4f6f-9a53-2f4f0f8f9d11",
          number: "INV-7",
          contactName: "Kauri & Sons",
          url: "https://go.xero.com/app/!abC1/invoicing/view/7b1c2a10-5d0e-4f6f-9a53-2f4f0f8f9d11",
          batch: null,
        },
      },
    ],
    next: null,
  },
  total: "135.50",
};
