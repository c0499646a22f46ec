// Whom Harakeke sells to and buys from. Lateness is in days after the due date; what a supplier bills is a range in
// whole dollars before tax, and the months of the year in which the bill arrives.

import { idFor, type Written } from "../written.ts";

export type Customer = {
  readonly name: string;
  readonly lateness: number;
  readonly size: number;
  readonly currency: "NZD" | "USD" | "AUD";
  readonly region: string;
  readonly isInclusive?: boolean;
};

export type Supplier = {
  readonly name: string;
  readonly account: string;
  readonly from: number;
  readonly to: number;
  readonly months: readonly number[];
  readonly currency?: "USD" | "AUD";
  readonly types?: "Inclusive" | "NoTax";
};

const EVERY = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const QUARTERLY = [2, 5, 8, 11];

export const CUSTOMERS: readonly [Customer, ...Customer[]] = [
  { name: "Aoraki Dairy Co-operative", lateness: 2, size: 15_500, currency: "NZD", region: "South Island" },
  { name: "Awa Regional Council", lateness: 6, size: 14_000, currency: "NZD", region: "Wellington" },
  { name: "Banksia Health Group", lateness: 12, size: 9_500, currency: "AUD", region: "Auckland" },
  { name: "Cloudy Bay Logistics", lateness: 4, size: 8_200, currency: "NZD", region: "South Island" },
  { name: "Eastern Ferries", lateness: 9, size: 6_400, currency: "NZD", region: "Auckland" },
  { name: "Fernhill Schools Trust", lateness: 20, size: 4_100, currency: "NZD", region: "Wellington" },
  { name: "Golden Mile Retail", lateness: 16, size: 5_600, currency: "NZD", region: "Wellington", isInclusive: true },
  { name: "Hauraki Marine Supplies", lateness: 1, size: 5_200, currency: "NZD", region: "Auckland" },
  { name: "Ironsand Engineering", lateness: 25, size: 9_800, currency: "NZD", region: "Auckland" },
  { name: "Juniper Analytics Inc", lateness: 5, size: 11_000, currency: "USD", region: "Auckland" },
  { name: "Kahikatea Housing", lateness: 3, size: 7_700, currency: "NZD", region: "Auckland" },
  { name: "Lakeside Lodges", lateness: 34, size: 3_600, currency: "NZD", region: "South Island", isInclusive: true },
  { name: "Mānuka Honey Exporters", lateness: 7, size: 8_900, currency: "NZD", region: "Auckland" },
  { name: "Northcote Dental", lateness: 0, size: 2_300, currency: "NZD", region: "Auckland", isInclusive: true },
  { name: "Ōtaki Produce", lateness: 11, size: 3_900, currency: "NZD", region: "Wellington" },
  { name: "Pōhutukawa Properties", lateness: 8, size: 6_800, currency: "NZD", region: "Auckland" },
  { name: "Quayside Legal", lateness: 14, size: 5_900, currency: "NZD", region: "Wellington" },
  { name: "Rimu Timber", lateness: 28, size: 7_100, currency: "NZD", region: "South Island" },
  { name: "Southern Alps Tourism", lateness: 18, size: 6_200, currency: "NZD", region: "South Island" },
  { name: "Tasman Freight", lateness: 5, size: 9_100, currency: "NZD", region: "Wellington" },
  { name: "Tūī Education", lateness: 2, size: 4_800, currency: "NZD", region: "Auckland" },
  { name: "Union Bay Software", lateness: 10, size: 8_600, currency: "USD", region: "Auckland" },
  { name: "Viaduct Events", lateness: 40, size: 3_300, currency: "NZD", region: "Auckland", isInclusive: true },
  { name: "Waratah Energy", lateness: 6, size: 10_500, currency: "AUD", region: "Wellington" },
  { name: "Xylem Water Services", lateness: 13, size: 6_600, currency: "NZD", region: "South Island" },
  { name: "Yacht Charters Whangārei", lateness: 22, size: 2_900, currency: "NZD", region: "Auckland", isInclusive: true },
  { name: "Zephyr Wind Farms", lateness: 4, size: 12_800, currency: "NZD", region: "Wellington" },
];

export const SUPPLIERS: readonly Supplier[] = [
  { name: "Britomart Property Trust", account: "469", from: 9_200, to: 9_200, months: EVERY },
  { name: "Meridian Lane Power", account: "445", from: 480, to: 890, months: EVERY },
  { name: "Copper Fibre Networks", account: "489", from: 640, to: 720, months: EVERY },
  { name: "Sparkle Office Cleaning", account: "408", from: 560, to: 560, months: EVERY, types: "Inclusive" },
  { name: "Moana Insurance Brokers", account: "433", from: 2_350, to: 2_350, months: QUARTERLY },
  { name: "Ledgerwood Chartered Accountants", account: "412", from: 1_400, to: 3_800, months: QUARTERLY },
  { name: "Nimbus Cloud Hosting Inc", account: "485", from: 1_500, to: 2_300, months: EVERY, currency: "USD" },
  { name: "Boronia Design Studio", account: "400", from: 1_800, to: 4_200, months: [1, 3, 4, 6, 7, 9, 10, 12], currency: "AUD" },
  { name: "Kea Data Science", account: "310", from: 9_500, to: 14_000, months: EVERY },
  { name: "Ruru Project Partners", account: "310", from: 7_500, to: 12_500, months: EVERY },
  { name: "Weka Field Research", account: "310", from: 4_200, to: 7_900, months: EVERY },
  { name: "Takahē Change Management", account: "310", from: 3_600, to: 8_400, months: [2, 3, 5, 6, 8, 9, 11, 12] },
  { name: "Software Wholesale NZ", account: "315", from: 14_000, to: 20_000, months: EVERY },
  { name: "Harbour Conference Centre", account: "325", from: 1_300, to: 3_900, months: [2, 3, 5, 6, 8, 9, 10, 11] },
  { name: "Long White Travel", account: "320", from: 1_900, to: 4_800, months: EVERY, types: "Inclusive" },
  { name: "Paper Plus Office", account: "461", from: 180, to: 620, months: EVERY, types: "Inclusive" },
  { name: "Fleetwise Leasing", account: "449", from: 1_150, to: 1_150, months: EVERY },
  { name: "Peak Print", account: "400", from: 650, to: 1_900, months: EVERY },
  { name: "Bell Gully Lane Law", account: "441", from: 900, to: 3_500, months: QUARTERLY },
  { name: "Learn Aotearoa", account: "480", from: 700, to: 2_100, months: [3, 6, 9, 11] },
  { name: "Tech Depot", account: "720", from: 2_400, to: 6_800, months: QUARTERLY },
  { name: "Fixit Building Services", account: "473", from: 320, to: 1_250, months: EVERY },
  { name: "Community Radio Whangārei", account: "400", from: 350, to: 350, months: EVERY, types: "NoTax" },
  { name: "Swift Couriers", account: "406", from: 90, to: 260, months: EVERY },
];

const CARD_SHOPS = [
  "Air Kiwi Wings",
  "City Cabs",
  "Corner Café",
  "Fuel Stop",
  "Hotel Lambton",
  "Office Pantry",
  "App Market",
  "Parking Auckland",
];
const AUTHORITIES = ["Inland Revenue", "Staff payroll", "Kiwi Commercial Bank"];

export function contacts(): readonly Written[] {
  return [
    ...CUSTOMERS.map(({ name, currency }) => contact(name, { IsCustomer: true, IsSupplier: false, DefaultCurrency: currency })),
    ...SUPPLIERS.map(({ name, currency = "NZD" }) => contact(name, { IsCustomer: false, IsSupplier: true, DefaultCurrency: currency })),
    ...[...CARD_SHOPS, ...AUTHORITIES].map((name) => contact(name, { IsCustomer: false, IsSupplier: true })),
    contact("Old Mill Bakery", { IsCustomer: true, IsSupplier: false, ContactStatus: "ARCHIVED" }),
  ];
}

export function contactNamed(name: string): Written {
  return { ContactID: idFor("harakeke", "contact", name), Name: name };
}

function contact(name: string, more: Written): Written {
  const mailbox = name
    .normalize("NFD")
    .replace(/[^A-Za-z]+/g, "")
    .toLowerCase();
  return { ...contactNamed(name), ContactStatus: "ACTIVE", EmailAddress: `accounts@${mailbox}.example`, ...more };
}
