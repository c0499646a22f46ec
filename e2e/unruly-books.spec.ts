// Books that are there to break layouts: whatever a name or an amount looks like, it can be read, on a desk and on a phone. Hard names are walked by
// `npm test`, all of them by `npm run test:a11y`.
import { expect } from "@playwright/test";
import { expectLegible } from "./testing/legible.ts";
import { connect, endOfSync } from "./testing/organisations.ts";
import { findScreens, screensOf } from "./testing/screens.ts";
import { test } from "./testing/test.ts";

const long = process.env.TEST_LONG === "yes";
const widths = [1280, 390];

/** By the words of their names that nothing else has. */
const books = [
  { what: "names of sixty letters, from right to left, with markup, marks and emoji", organisation: /onerror/ },
  ...(long
    ? [
        { what: "amounts of a hundred trillion, and everything negative", organisation: /^Weltweit/ },
        { what: "one account and nothing else", organisation: /النخيل/ },
        { what: "five hundred accounts", organisation: /Kōwhai/ },
      ]
    : []),
];

for (const { what, organisation } of books) {
  test(`${what}: no screen cuts a text off or lays one over another, at ${widths.join(" and ")}`, async ({ admin }) => {
    test.setTimeout(300_000);
    const id = await connect(admin, organisation);
    const { status, error } = await endOfSync(admin, id);
    expect(status, error?.message).toBe("succeeded");
    const found = await findScreens(admin, id);
    const screens = [...screensOf(id, found), { name: "organisations", address: "/organisations" }];
    for (const { name, address, open } of screens) {
      await admin.setViewportSize({ width: 1280, height: 900 });
      await admin.goto(address);
      await open?.(admin);
      for (const width of widths) await expectLegible(admin, name, width);
    }
    // Markup in a name is a name.
    await expect(admin).not.toHaveTitle("taken");
  });
}
