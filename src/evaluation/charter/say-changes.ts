import type { Charter } from '../model.ts';

const FIELDS: Record<keyof Charter, string> = {
  ...{ format: 'The format', name: 'The name', title: 'The question', kind: 'The kind', unit: 'The unit' },
  ...{ summary: 'What is done', boundaryVersion: 'The boundary version', treated: 'The treated areas' },
  ...{ chosenBecause: 'Why these areas were chosen', chosenForBeingHigh: 'What they were chosen for being high on' },
  ...{ comparison: 'The comparison', outcomes: 'The outcomes', noDetriment: 'The service measures that must not fall' },
  ...{ vintage: 'The vintage of the figures', preFrom: 'The first month that counts', end: 'The end' },
  ...{ estimator: 'The estimator', looks: 'The looks', stopRule: 'The stop rule', benefits: 'The benefits predicted' },
  ...{ alternatives: 'The alternatives', reversal: 'How it is undone', signatories: 'The signatories' },
  ...{ breaks: 'The known breaks', sources: 'The sources', seed: 'The seed', synthetic: 'Whether it is made up' },
};

/**
 * What an amendment changes, field by field: a sentence for each value that differs, that was added or taken away.
 * @example
 * sayChanges(before, after); // ["The end (end): “2031-03” became “2031-09”."]
 */
export function sayChanges(before: Charter, after: Charter): string[] {
  return (Object.keys(FIELDS) as (keyof Charter)[]).flatMap((field) =>
    differences(field, before[field], after[field]).map(
      ({ path, sentence }) => `${FIELDS[field]} (${path}): ${sentence}`,
    ),
  );
}

/** Each value that differs, by where it stands. Lists of names are held against each other as wholes, whatever their order. */
function differences(path: string, before: unknown, after: unknown): { path: string; sentence: string }[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isPlain(before) && isPlain(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(`${path}.${key}`, before[key], after[key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return inLists(path, before, after);
  if (before === undefined) return [{ path, sentence: `${quoted(after)} was added.` }];
  if (after === undefined) return [{ path, sentence: `${quoted(before)} was taken away.` }];
  return [{ path, sentence: `${quoted(before)} became ${quoted(after)}.` }];
}

function inLists(
  path: string,
  before: readonly unknown[],
  after: readonly unknown[],
): { path: string; sentence: string }[] {
  const [was, is] = [before.map((each) => JSON.stringify(each)), after.map((each) => JSON.stringify(each))];
  const gone = before.filter((_, at) => !is.includes(was[at] ?? ''));
  const come = after.filter((_, at) => !was.includes(is[at] ?? ''));
  if (gone.length === 0 && come.length === 0) return [{ path, sentence: 'the order changed.' }];
  // One for one, field by field: what it is of stays where it was.
  if (before.length === after.length && gone.length === come.length && gone.every(isPlain) && come.every(isPlain))
    return before.flatMap((each, at) => differences(`${path}[${at}]`, each, after[at]));
  return [
    ...gone.map((each) => ({ path, sentence: `${quoted(each)} was taken away.` })),
    ...come.map((each) => ({ path, sentence: `${quoted(each)} was added.` })),
  ];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const quoted = (value: unknown): string => `“${typeof value === 'string' ? value : written(value)}”`;

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(written).join(', ');
  if (isPlain(value))
    return Object.entries(value)
      .map(([key, each]) => `${key} ${written(each)}`)
      .join('; ');
  return value === null ? 'none' : String(value);
}
