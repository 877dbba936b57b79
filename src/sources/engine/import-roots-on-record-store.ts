import { z } from 'zod';
import type { ImportRoot } from './import-root-store.ts';

/** Roots of what a command brought or changed, as its audit has them. A type, so that it may be JSON. */
export type ImportRoots = {
  /** By the number of an import. */
  roots: Record<string, ImportRoot>;
  /** By the name of a vintage: which of its imports is used for which month. */
  chosen: Record<string, string>;
};

/** An entry about bringing imports or taking them back. */
export interface ImportEntry {
  seq: number;
  actor: string;
  action: string;
  subject: string;
  /** JSON. */
  detail: string;
}

/** What all entries together say of imports. */
export interface OnRecord {
  /** Imports that were brought and not taken back, with the entry that brought them. */
  brought: ReadonlyMap<string, number>;
  /** Imports that were taken back, with the entry that did it. */
  takenBack: ReadonlyMap<string, number>;
  /** The latest roots of each import that was not taken back. */
  roots: ReadonlyMap<string, ImportRoot>;
  chosen: ReadonlyMap<string, string>;
  /** One sentence for each import whose root changed with good cause. */
  changed: readonly string[];
  /** One sentence for each entry that says what no command of Wardroom says. */
  faults: readonly string[];
}

/** What the records say of an import, by its number. */
export type KnownImports = ReadonlyMap<string, { vintage: string; kind: string; file: string }>;

const importRoot = z.object({ figures: z.string(), lake: z.string().optional() });
const detail = z.object({
  imports: z.array(z.object({ id: z.coerce.string() })).default([]),
  id: z.coerce.string().optional(),
  later: z.array(z.object({ import: z.coerce.string() })).default([]),
  roots: z.record(z.string(), importRoot).default({}),
  chosen: z.record(z.string(), z.string()).default({}),
});

const NOTHING: OnRecord = {
  brought: new Map(),
  takenBack: new Map(),
  roots: new Map(),
  chosen: new Map(),
  changed: [],
  faults: [],
};

/**
 * Follows the entries about imports from the first to the last. A root counts only where the command of its entry could
 * have made it: a command's own imports, those that were counted anew when wards came or went, and once, at the upgrade,
 * those that had none. Whoever can write to the records can add an entry; it must not pass for a cause.
 * @param entries in the order of their numbers
 */
export function followImportEntries(entries: readonly ImportEntry[], known: KnownImports): OnRecord {
  let record = NOTHING;
  for (const entry of entries) {
    const said = detail.safeParse(jsonOrNull(entry.detail));
    record = said.success
      ? follow(record, entry, { ...said.data, known })
      : { ...record, faults: [...record.faults, `Entry ${entry.seq} (${entry.action}) cannot be read.`] };
  }
  return record;
}

type Said = z.infer<typeof detail> & { known: KnownImports };

function follow(before: OnRecord, entry: ImportEntry, said: Said): OnRecord {
  const { seq, action } = entry;
  const named = [...said.imports.map(({ id }) => id), ...(said.id === undefined ? [] : [said.id])];
  const own = action === 'sources.import' || action === 'sources.import-synthetic' ? named : [];
  const taken = action === 'sources.revert' ? named : [];
  const moved = [...own, ...taken].some((id) => said.known.get(id)?.kind === 'boundaries');
  const anew = moved ? said.later.map((each) => each.import).filter((id) => before.brought.has(id)) : [];
  const first = action === 'sources.root' ? [...before.brought.keys()].filter((id) => !before.roots.has(id)) : [];
  const rooted = new Set([...own, ...anew, ...first]);
  const without = (id: string) => !taken.includes(id);
  const accepted = Object.entries(said.roots).filter(([id]) => rooted.has(id) && without(id));
  return {
    brought: new Map([...[...before.brought].filter(([id]) => without(id)), ...own.map((id) => [id, seq] as const)]),
    takenBack: new Map([...before.takenBack, ...taken.map((id) => [id, seq] as const)]),
    roots: new Map([
      ...[...before.roots].filter(([id]) => without(id)),
      ...accepted.map(([id, root]) => [id, withLake(root, before.roots.get(id))] as const),
    ]),
    chosen: new Map([...before.chosen, ...choicesOf(before, entry, said, { own, taken, anew })]),
    changed: [
      ...before.changed,
      ...accepted
        .filter(([id, { figures }]) => before.roots.has(id) && before.roots.get(id)?.figures !== figures)
        .map(([id]) => sayChanged(id, entry, said.known)),
    ],
    faults: [...before.faults, ...faultsOf(before, entry, said, { own, taken, rooted })],
  };
}

/** Files in the lake never change, so their root is written once. */
function withLake(root: z.infer<typeof importRoot>, before: ImportRoot | undefined): ImportRoot {
  const { figures, lake } = root;
  const files = before === undefined ? lake : before.lake;
  return { figures, ...(files !== undefined && { lake: files }) };
}

/** A choice is made anew only in the vintages of what a command brought, took back or counted anew. */
function choicesOf(
  before: OnRecord,
  { action }: ImportEntry,
  { chosen, known }: Said,
  touched: { own: readonly string[]; taken: readonly string[]; anew: readonly string[] },
): [string, string][] {
  const { own, taken, anew } = touched;
  const vintages = new Set([...own, ...taken, ...anew].map((id) => known.get(id)?.vintage));
  return Object.entries(chosen).filter(
    ([vintage]) => vintages.has(vintage) || (action === 'sources.root' && !before.chosen.has(vintage)),
  );
}

function sayChanged(id: string, { seq, actor, action }: ImportEntry, known: KnownImports): string {
  const why = action === 'sources.revert' ? 'wards were taken back' : 'wards came that it was counted in';
  return `The figures of import ${id} ("${known.get(id)?.file ?? ''}") changed with entry ${seq}, when ${why} (${actor}).`;
}

function faultsOf(
  before: OnRecord,
  { seq, action, actor }: ImportEntry,
  { roots, known }: Said,
  did: { own: readonly string[]; taken: readonly string[]; rooted: ReadonlySet<string> },
): string[] {
  const { own, taken, rooted } = did;
  const said = `Entry ${seq} (${action}, ${actor})`;
  // Since the first root was written, every import comes with one.
  const rootless = before.roots.size > 0 ? own.filter((id) => roots[id] === undefined) : [];
  return [
    ...own
      .filter((id) => before.brought.has(id) || before.takenBack.has(id))
      .map((id) => `${said} says again that import ${id} was brought.`),
    ...taken
      .filter((id) => !before.brought.has(id))
      .map((id) => `${said} says that import ${id} was taken back, which was not held then.`),
    ...rootless.map((id) => `${said} brought import ${id} without writing down its figures.`),
    ...Object.keys(roots)
      .filter((id) => !rooted.has(id))
      .map(
        (id) => `${said} gives import ${id} (${nameOf(id, known)}) other figures, but did nothing that changes them.`,
      ),
  ];
}

const nameOf = (id: string, known: KnownImports): string => `"${known.get(id)?.file ?? 'not in the records'}"`;

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
