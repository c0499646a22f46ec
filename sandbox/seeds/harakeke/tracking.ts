// Two ways to look at the same income: where the client is, and which practice did the work.

import { idFor, type Written } from "../written.ts";

const REGIONS = ["Auckland", "Wellington", "South Island"];
const PRACTICES = ["Advisory", "Training", "Technology"];
const PRACTICE_OF: Readonly<Record<string, string>> = { "200": "Advisory", "205": "Advisory", "210": "Training", "220": "Technology" };

export function trackingCategories(): readonly Written[] {
  return [category("Region", REGIONS, ["Northland"]), category("Practice", PRACTICES, [])];
}

export function tracking(region: string, code: string): readonly Written[] {
  const practice = PRACTICE_OF[code];
  const ofRegion = option("Region", region);
  return practice ? [ofRegion, option("Practice", practice)] : [ofRegion];
}

function option(Name: string, Option: string): Written {
  return { Name, Option, TrackingCategoryID: categoryId(Name), TrackingOptionID: idFor("harakeke", "tracking", Name, Option) };
}

function category(Name: string, active: readonly string[], archived: readonly string[]): Written {
  const row = (option: string, Status: string) => ({
    TrackingOptionID: idFor("harakeke", "tracking", Name, option),
    Name: option,
    Status,
  });
  const Options = [...active.map((name) => row(name, "ACTIVE")), ...archived.map((name) => row(name, "ARCHIVED"))];
  return { TrackingCategoryID: categoryId(Name), Name, Status: "ACTIVE", Options };
}

function categoryId(name: string): string {
  return idFor("harakeke", "tracking", name);
}
