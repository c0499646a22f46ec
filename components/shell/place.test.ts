import { expect, test } from "vitest";
import { hrefOf, type OrganisationChoice, placeOf } from "#components/shell/place.ts";

const sections = [
  { label: "Overview", path: "", keys: "g d" },
  { label: "Reports", path: "reports", keys: "g r" },
];
const kauri: OrganisationChoice = { id: "1", name: "Kauri Consulting", detail: "NZD", href: "/o/1", sections };
const thames: OrganisationChoice = { id: "11", name: "Thames Design", detail: "GBP", href: "/o/11", sections };

test("an address says which organisation and which section it belongs to", () => {
  expect(placeOf("/o/1", [thames, kauri])).toEqual({ organisation: kauri, section: sections[0] });
  expect(placeOf("/o/11/reports/77", [kauri, thames])).toEqual({ organisation: thames, section: sections[1] });
  expect(placeOf("/o/11/unheard-of", [kauri, thames])).toEqual({ organisation: thames, section: undefined });
});

test("outside every organisation there is no place", () => {
  expect(placeOf("/organisations", [kauri])).toBeUndefined();
  expect(placeOf("/o/12", [kauri])).toBeUndefined();
});

test("a section leads back to its address", () => {
  expect(sections.map((section) => hrefOf(kauri, section))).toEqual(["/o/1", "/o/1/reports"]);
});
