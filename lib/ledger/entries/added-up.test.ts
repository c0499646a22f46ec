// The sums that are kept while posting are those of the lines, whatever is posted, taken back and posted again.
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line, manualJournal, settlement } from "#lib/ledger/testing/books.ts";
import { addedUp, idOf, openOrganisation, putDocuments, putManualJournals, putSettlements, putTrackingSets } from "#lib/ledger/testing/queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("by day and source on both bases, and by month and contact on accrual basis, what is added up is what the lines come to", async () => {
  const scope = await openOrganisation("added up");
  const tracked = { trackingSetId: idOf("north", scope.tenantId) };
  const sale = document("INV-1", "ACCREC", "115.00", [line("sales", "60.00", "9.00", tracked), line("consulting", "40.00", "6.00")], { contactId: "kauri" });
  await transaction(scope, async (tx) => {
    await putTrackingSets(tx, ["north"]);
    await putDocuments(tx, [sale, document("INV-2", "ACCREC", "23.00", [line("sales", "20.00", "3.00")], { contactId: "rimu", date: "2025-05-01" }), document("SPENT", "SPEND", "10.00", [line("rent", "10.00")])]);
    await putSettlements(tx, [settlement("PAY-1", "INV-1", "100.00"), settlement("PAY-2", "INV-1", "15.00")]);
    await putManualJournals(tx, [manualJournal("MJ-1", [line("rent", "10.00"), line("bank", "-10.00")])]);
  });
  await postPending(scope);
  const first = await addedUp(scope);
  expect(first.byDay).toEqual(first.linesByDay);
  expect(first.byContact).toEqual(first.linesByContact);
  expect(new Set(Object.keys(first.byDay).map((key) => key.split(" ").at(-1)))).toEqual(new Set(["invoice", "payment", "bankTransaction", "manualJournal"]));
  expect(first.byContact[`${idOf("sales", scope.tenantId)} 2025-04 kauri`]).toBe("0.00 60.00");

  await transaction(scope, (tx) => putDocuments(tx, [{ ...sale, contactId: "tawa", date: "2025-04-20" }]));
  expect(await postPending(scope)).not.toMatchObject({ reversals: 0 });
  const second = await addedUp(scope);
  expect(second.byDay).toEqual(second.linesByDay);
  expect(second.byContact).toEqual(second.linesByContact);
  expect(second.byContact[`${idOf("sales", scope.tenantId)} 2025-04 kauri`]).toBe("60.00 60.00");
});
