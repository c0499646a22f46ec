import { expect, test } from "vitest";
import { inLoadOrder } from "./load-order.ts";

test("a table comes after those it points at, and may point at itself", () => {
  const references = [
    { from: "Lines", to: "Entries" },
    { from: "Entries", to: "Organisations" },
    { from: "Entries", to: "Entries" },
  ];
  expect(inLoadOrder(["Lines", "Entries", "Organisations", "Users"], references)).toEqual(["Organisations", "Users", "Entries", "Lines"]);
});

test("tables that point at each other are named", () => {
  const references = [
    { from: "Hens", to: "Eggs" },
    { from: "Eggs", to: "Hens" },
  ];
  expect(() => inLoadOrder(["Hens", "Eggs", "Users"], references)).toThrow("The tables Hens, Eggs point at each other in a circle");
});
