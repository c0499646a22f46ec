"use client";

import { useState } from "react";
import { PickMany } from "#components/ui/pick-many.tsx";

const accounts = ["090 Current account", "200 Sales", "210 Consulting", "310 Materials", "469 Rent", "477 Wages"].map((label) => ({ value: label.slice(0, 3), label }));

/** One that keeps what is chosen. */
export function PickAccounts() {
  const [chosen, setChosen] = useState(["200", "999"]);
  return <PickMany label="Accounts, one of them unknown" choices={accounts} chosen={chosen} onChange={setChosen} />;
}
