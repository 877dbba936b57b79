import type { WeightSet } from '../demand/index.ts';
import { isDate } from '../lib/calendar/is-date.ts';
import type { ListedError } from '../ui/error-summary.tsx';

/** Numbers a plan is worked out for, before the reader changes any. */
export interface StartingNumbers {
  dwo: number;
  pcso: number;
  floors: { dwo: number; pcso: number };
  /** null where a ward may have any number. */
  ceilings: { dwo: number | null; pcso: number | null };
  weights: WeightSet;
  asAt: string;
}

/** Every field as text, as typed or as it starts. */
export interface AllocationFields {
  dwo: string;
  pcso: string;
  floorDwo: string;
  floorPcso: string;
  ceilingDwo: string;
  ceilingPcso: string;
  asAt: string;
  /** By component. */
  weights: Record<string, string>;
}

export interface AllocationForm {
  fields: AllocationFields;
  /** True when the reader changed something from where the form starts. */
  changed: boolean;
  problems: ListedError[];
  /** The numbers asked for; null while there are problems. */
  asked: StartingNumbers | null;
  /** What the weights sum to, when not 100. */
  weightsSum: number | null;
}

/** Name of a field in the address and its identity on the page. */
export const FIELD_NAMES = {
  dwo: 'dwo',
  pcso: 'pcso',
  floorDwo: 'floor-dwo',
  floorPcso: 'floor-pcso',
  ceilingDwo: 'ceiling-dwo',
  ceilingPcso: 'ceiling-pcso',
  asAt: 'as-at',
} as const;

export const weightFieldName = (component: string) => `weight-${component}`;

/** The fields as they stand in an address, in the order of the form. */
export function formEntries({ weights, ...fields }: AllocationFields): [name: string, value: string][] {
  const numbers = Object.entries(FIELD_NAMES).map(([field, name]): [string, string] => [
    name,
    fields[field as keyof typeof fields],
  ]);
  return [
    ...numbers,
    ...Object.entries(weights).map(([component, text]): [string, string] => [weightFieldName(component), text]),
  ];
}

/** Most officers a form may ask for: more than any force has, and quick to hand out. */
const MOST_OFFICERS = 20_000;

/** Weights printed to three decimals sum to 100 within this. */
const ROUNDING = 0.01;

type NumberField = Exclude<keyof AllocationFields, 'asAt' | 'weights'>;

const NUMBERS: Record<NumberField, { what: string; least: number; optional: boolean; example: number }> = {
  dwo: { what: 'Officers', least: 0, optional: false, example: 118 },
  pcso: { what: 'PCSOs', least: 0, optional: false, example: 48 },
  floorDwo: { what: 'The fewest officers a ward gets', least: 0, optional: false, example: 2 },
  floorPcso: { what: 'The fewest PCSOs a ward gets', least: 0, optional: false, example: 1 },
  ceilingDwo: { what: 'The most officers a ward gets', least: 1, optional: true, example: 7 },
  ceilingPcso: { what: 'The most PCSOs a ward gets', least: 1, optional: true, example: 3 },
};

/**
 * Reads the what-if form from an address. Fields that are absent start from the given numbers, but a part that is absent
 * from an address with weights counts 0: nobody who saw those weights saw it among them. The server and the browser both
 * read it with this.
 * @param query parameters of the address, unparsed
 * @param components names of the demand components that have a weight field
 * @returns the fields as typed, and either the numbers asked for or one sentence for each field that is wrong
 */
export function readAllocationForm(
  query: unknown,
  start: StartingNumbers,
  components: readonly string[],
): AllocationForm {
  const typed: Record<string, unknown> = typeof query === 'object' && query !== null ? { ...query } : {};
  const startFields = fieldsOf(start, components);
  const text = (name: string, initial: string): string => {
    const value = typed[name];
    const last: unknown = Array.isArray(value) ? value.at(-1) : value;
    return typeof last === 'string' ? last.trim() : initial;
  };
  const weighed = components.some((name) => weightFieldName(name) in typed);
  const initialWeight = (name: string): string => (weighed ? '0' : (startFields.weights[name] ?? '0'));
  const fields: AllocationFields = {
    dwo: text(FIELD_NAMES.dwo, startFields.dwo),
    pcso: text(FIELD_NAMES.pcso, startFields.pcso),
    floorDwo: text(FIELD_NAMES.floorDwo, startFields.floorDwo),
    floorPcso: text(FIELD_NAMES.floorPcso, startFields.floorPcso),
    ceilingDwo: text(FIELD_NAMES.ceilingDwo, startFields.ceilingDwo),
    ceilingPcso: text(FIELD_NAMES.ceilingPcso, startFields.ceilingPcso),
    asAt: text(FIELD_NAMES.asAt, startFields.asAt),
    weights: Object.fromEntries(components.map((name) => [name, text(weightFieldName(name), initialWeight(name))])),
  };
  const problems = [...numberProblems(fields), ...weightProblems(fields.weights), ...dateProblems(fields.asAt)];
  const sum = sumOf(Object.values(fields.weights));
  return {
    fields,
    changed: JSON.stringify(fields) !== JSON.stringify(startFields),
    problems,
    asked: problems.length > 0 ? null : numbersOf(fields, start, startFields, components),
    weightsSum: problems.length > 0 || Math.abs(sum - 100) < ROUNDING ? null : sum,
  };
}

/** The fields of the given numbers, weights as percentages of their sum. */
function fieldsOf(start: StartingNumbers, components: readonly string[]): AllocationFields {
  const sum = Object.values(start.weights.weights).reduce((total, weight) => total + weight, 0);
  return {
    dwo: String(start.dwo),
    pcso: String(start.pcso),
    floorDwo: String(start.floors.dwo),
    floorPcso: String(start.floors.pcso),
    ceilingDwo: start.ceilings.dwo === null ? '' : String(start.ceilings.dwo),
    ceilingPcso: start.ceilings.pcso === null ? '' : String(start.ceilings.pcso),
    asAt: start.asAt,
    weights: Object.fromEntries(
      components.map((name) => [name, percentText((start.weights.weights[name] ?? 0) / sum)]),
    ),
  };
}

/** 0.35 is "35"; at most three decimals. */
const percentText = (share: number) => String(Number((share * 100).toFixed(3)));

const isWhole = (text: string) => /^\d{1,9}$/.test(text);

function numberProblems(fields: AllocationFields): ListedError[] {
  return (Object.keys(NUMBERS) as NumberField[]).flatMap((field) => {
    const { what, least, optional, example } = NUMBERS[field];
    const value = fields[field];
    const fits = isWhole(value) && Number(value) >= least && Number(value) <= MOST_OFFICERS;
    if ((optional && value === '') || fits) return [];
    const range = isWhole(value) ? ` from ${least} to ${MOST_OFFICERS}` : '';
    return [
      {
        href: `#${FIELD_NAMES[field]}`,
        text: `${what} must be a whole number${range}, such as ${example}${optional ? ', or nothing' : ''}.`,
      },
    ];
  });
}

function weightProblems(weights: Record<string, string>): ListedError[] {
  const wrong = Object.entries(weights).filter(([, text]) => !/^\d{1,4}([.]\d{1,6})?$/.test(text));
  if (wrong.length > 0)
    return wrong.map(([name]) => ({
      href: `#${weightFieldName(name)}`,
      text: `The weight of ${name.replaceAll('-', ' ')} must be a number of 0 or more, such as 15.`,
    }));
  const [first] = Object.keys(weights);
  return first === undefined || sumOf(Object.values(weights)) > 0
    ? []
    : [{ href: `#${weightFieldName(first)}`, text: 'Give at least one part a weight above 0.' }];
}

function dateProblems(asAt: string): ListedError[] {
  return isDate(asAt)
    ? []
    : [{ href: `#${FIELD_NAMES.asAt}`, text: 'Write the date as year-month-day, such as 2026-03-01.' }];
}

const sumOf = (texts: string[]) => texts.reduce((total, text) => total + Number(text), 0);
const orNone = (text: string) => (text === '' ? null : Number(text));

function numbersOf(
  fields: AllocationFields,
  start: StartingNumbers,
  startFields: AllocationFields,
  components: readonly string[],
): StartingNumbers {
  // A part that the address adds is gathered with the others, and may move the months: then the weights are others.
  const added = components.some((name) => !(name in start.weights.weights));
  const sameWeights = !added && JSON.stringify(fields.weights) === JSON.stringify(startFields.weights);
  return {
    dwo: Number(fields.dwo),
    pcso: Number(fields.pcso),
    floors: { dwo: Number(fields.floorDwo), pcso: Number(fields.floorPcso) },
    ceilings: { dwo: orNone(fields.ceilingDwo), pcso: orNone(fields.ceilingPcso) },
    weights: sameWeights ? start.weights : triedWeights(fields.weights, start.weights),
    asAt: fields.asAt,
  };
}

/** Weights typed into the form are a set of their own, and say which set they were changed from. */
function triedWeights(weights: Record<string, string>, from: WeightSet): WeightSet {
  return {
    name: `changed from ${from.name.replace(/^changed from /, '')}`,
    version: 'not versioned',
    weights: Object.fromEntries(Object.entries(weights).map(([name, text]) => [name, Number(text)])),
  };
}
