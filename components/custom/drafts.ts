// The rows of a custom report while somebody works on them. A draft holds the row itself, as the definition has it, so that form and definition cannot
// come apart; besides that only what the screen has to know.
import type { CustomRow } from "#lib/reports/custom/custom-row.ts";

/** `followsLabel`: its name in formulas is made of its label until somebody leaves the label or writes a name. */
export type Draft = { key: number; row: CustomRow; isOpen: boolean; followsLabel: boolean };
export type Kind = CustomRow["kind"];
export type Edit =
  | { do: "add"; kind: Kind }
  | { do: "change"; key: number; row: CustomRow; taken: readonly string[] }
  | { do: "leaveLabel"; key: number }
  | { do: "open"; key: number }
  | { do: "takeOut"; key: number }
  | { do: "move"; key: number; by: -1 | 1 }
  | { do: "replace"; rows: readonly CustomRow[] };

export function draftsOf(rows: readonly CustomRow[]): Draft[] {
  return rows.map((row, key) => ({ key, row, isOpen: false, followsLabel: false }));
}

export function rowsOf(drafts: readonly Draft[]): CustomRow[] {
  return drafts.map(({ row }) => row);
}

export function edited(drafts: readonly Draft[], edit: Edit): Draft[] {
  if (edit.do === "replace") return draftsOf(edit.rows);
  if (edit.do === "add") return [...drafts, { key: nextKey(drafts), row: blank[edit.kind], isOpen: true, followsLabel: true }];
  if (edit.do === "takeOut") return drafts.filter(({ key }) => key !== edit.key);
  if (edit.do === "move") return moved(drafts, edit.key, edit.by);
  return drafts.map((draft) => (draft.key === edit.key ? editedDraft(draft, drafts, edit) : draft));
}

/** The key of the row that is added next. */
export function nextKey(drafts: readonly Draft[]): number {
  return Math.max(-1, ...drafts.map(({ key }) => key)) + 1;
}

/** A name for formulas: the words of a label run together, "grossProfit", and counted on where the name is taken. */
export function nameFrom(label: string, taken: readonly string[]): string {
  const words = label.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  if (words.length === 0) return "";
  const joined = words.map((word, place) => (place === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");
  const name = /^[a-z]/.test(joined) ? joined : `row${joined}`;
  let free = name;
  for (let count = 2; taken.includes(free); count += 1) free = `${name}${count}`;
  return free;
}

const blank: Record<Kind, CustomRow> = {
  heading: { kind: "heading", label: "" },
  accounts: { kind: "accounts", id: "", label: "", of: "movement", sign: -1, accounts: [], each: false },
  kpi: { kind: "kpi", id: "" },
  formula: { kind: "formula", id: "", label: "", unit: "money", formula: "", notMeaningful: [] },
};

type EditOfOne = Extract<Edit, { do: "change" | "leaveLabel" | "open" }>;

function editedDraft(draft: Draft, drafts: readonly Draft[], edit: EditOfOne): Draft {
  if (edit.do === "open") return { ...draft, isOpen: !draft.isOpen };
  if (edit.do === "leaveLabel") return { ...draft, followsLabel: draft.followsLabel && "label" in draft.row && draft.row.label.trim() === "" };
  return { ...draft, ...named(draft, edit.row, [...edit.taken, ...namesBeside(drafts, draft)]) };
}

function named({ row: before, followsLabel }: Draft, row: CustomRow, taken: readonly string[]): Pick<Draft, "row" | "followsLabel"> {
  if (row.kind === "heading" || row.kind === "kpi" || row.kind !== before.kind) return { row, followsLabel };
  if (row.id !== before.id) return { row, followsLabel: false };
  return { row: followsLabel ? { ...row, id: nameFrom(row.label, taken) } : row, followsLabel };
}

function namesBeside(drafts: readonly Draft[], draft: Draft): string[] {
  return drafts.flatMap(({ key, row }) => (key === draft.key || row.kind === "heading" ? [] : [row.id]));
}

function moved(drafts: readonly Draft[], key: number, by: -1 | 1): Draft[] {
  const from = drafts.findIndex((draft) => draft.key === key);
  const [one, other] = [drafts[from], drafts[from + by]];
  return one && other ? drafts.with(from, other).with(from + by, one) : [...drafts];
}
