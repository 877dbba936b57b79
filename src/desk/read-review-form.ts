import { type PlanOptions, parsePlanOptions, parseRulesFile } from '../allocation/index.ts';
import { WrongUsage } from '../demand/index.ts';
import type { ListedError } from '../ui/error-summary.tsx';
import {
  boroughFloorName,
  type FundedFields,
  fundedName,
  KEPT,
  type PlainField,
  REVIEW_NAMES,
  type ReviewFields,
  tierName,
} from './review-fields.ts';

/** Wards and boroughs that have fields of their own. */
export interface ReviewPlaces {
  wards: readonly { code: string; name: string; borough: string }[];
  boroughs: readonly { code: string; name: string }[];
}

/** What a plan is asked beyond its numbers. */
export type ReviewAsked = Pick<PlanOptions, 'rules' | 'sergeants'>;

export interface ReviewForm {
  fields: ReviewFields;
  problems: ListedError[];
  /** null while there are problems. */
  asked: ReviewAsked | null;
}

/** What a review is called that nobody named. */
const UNNAMED = 'Tried on the allocation page';
const MOST_FUNDED_ROWS = 20;
const STAND_IN = 'somewhere';

/**
 * Reads sergeants and side rules from an address. They are written down as a rules file has them, and read by the reader of
 * rules files, so that the page and the command line take and refuse the same.
 * @param query parameters of the address
 * @param startSergeants what the field starts with where the address leaves it out
 * @returns the fields as typed, and either what is asked or one sentence for each field that is wrong
 */
export function readReviewForm(
  query: Record<string, unknown>,
  places: ReviewPlaces,
  startSergeants: number | null,
): ReviewForm {
  const fields = fieldsOf(query, places, startSergeants);
  const problems = [...sergeantProblems(fields), ...checksOf(fields, places).flatMap(problemOf), ...fundedGaps(fields)];
  return { fields, problems, asked: problems.length > 0 ? null : askedBy(fields, places) };
}

function fieldsOf(query: Record<string, unknown>, places: ReviewPlaces, startSergeants: number | null): ReviewFields {
  const all = (name: string): string[] => {
    const value = query[name];
    return (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === 'string' ? [each.trim()] : []));
  };
  const text = (name: string, initial = ''): string => all(name).at(-1) ?? initial;
  const plain = (field: PlainField) => text(REVIEW_NAMES[field]);
  return {
    name: plain('name'),
    sergeants: text(REVIEW_NAMES.sergeants, startSergeants === null ? '' : String(startSergeants)),
    elsewhere: plain('elsewhere'),
    span: plain('span'),
    highFrom: plain('highFrom'),
    clusterBalance: plain('clusterBalance'),
    mostMoves: plain('mostMoves'),
    mostLost: plain('mostLost'),
    because: plain('because'),
    kept: [...new Set(all(KEPT).filter((code) => code !== ''))],
    boroughFloors: Object.fromEntries(places.boroughs.map(({ code }) => [code, text(boroughFloorName(code))])),
    funded: fundedRows(text),
    tiers: Object.fromEntries(
      places.wards.flatMap(({ code }) => (text(tierName(code)) === '' ? [] : [[code, text(tierName(code))]])),
    ),
  };
}

/** Rows that say anything; rows left empty between them close up. */
function fundedRows(text: (name: string) => string): FundedFields[] {
  const parts = ['place', 'officers', 'by', 'until'] as const;
  const rows = Array.from({ length: MOST_FUNDED_ROWS }, (_, place) => {
    const [where = '', officers = '', by = '', until = ''] = parts.map((part) => text(fundedName(part, place + 1)));
    return { place: where, officers, by, until };
  });
  return rows.filter((row) => parts.some((part) => row[part] !== ''));
}

/** A field with a value, and the rules file that it alone would make. */
interface Check {
  id: string;
  label: string;
  file: Record<string, unknown>;
}

/** As a rules file has it: a number, or the text that is none for its reader to refuse. */
const numberOr = (text: string): number | string => (/^-?\d{1,12}(\.\d{1,12})?$/.test(text) ? Number(text) : text);

function checksOf(fields: ReviewFields, { boroughs, wards }: ReviewPlaces): Check[] {
  const inRules = (rule: string, key: string, text: string) => ({ rules: { [rule]: { [key]: numberOr(text) } } });
  const number = (field: PlainField, label: string, file: Check['file']): Check[] =>
    fields[field] === '' ? [] : [{ id: REVIEW_NAMES[field], label, file }];
  const { clusterBalance, mostMoves, mostLost, span } = fields;
  return [
    ...number('elsewhere', 'Sergeants elsewhere', { 'sergeants-elsewhere': numberOr(fields.elsewhere) }),
    ...number('span', 'Most people', inRules('sergeant-span', 'people', span)),
    ...number('highFrom', 'High from', { 'high-from': numberOr(fields.highFrom) }),
    ...number('clusterBalance', 'Cluster balance', inRules('cluster-balance', 'within', clusterBalance)),
    ...number('mostMoves', 'Most who move', inRules('most-moves', 'officers', mostMoves)),
    ...number('mostLost', 'Most a ward loses', inRules('most-lost', 'officers', mostLost)),
    ...boroughs.flatMap(({ code, name }) => {
      const text = fields.boroughFloors[code] ?? '';
      const label = `Officers in ${name}`;
      return text === '' ? [] : [{ id: boroughFloorName(code), label, file: inRules('borough-floors', code, text) }];
    }),
    ...fields.funded.flatMap((row, place) => fundedChecks(row, place + 1)),
    ...wards.flatMap(({ code, name }) => {
      const tier = fields.tiers[code];
      return tier === undefined ? [] : [{ id: tierName(code), label: name, file: { tiers: { [code]: tier } } }];
    }),
  ];
}

/** The number and the date of a row, each with the rest of the row as if it were right. */
function fundedChecks({ officers, until }: FundedFields, row: number): Check[] {
  const file = (changed: object) => ({
    rules: { 'funded-officers': [{ place: STAND_IN, officers: 1, 'funded-by': STAND_IN, ...changed }] },
  });
  return [
    { id: fundedName('officers', row), label: 'Officers paid for', file: file({ officers: numberOr(officers) }) },
    ...(until === '' ? [] : [{ id: fundedName('until', row), label: 'Paid until', file: file({ until }) }]),
  ];
}

function fundedGaps({ funded }: ReviewFields): ListedError[] {
  const missing = (text: string, part: keyof FundedFields, row: number, sentence: string): ListedError[] =>
    text === '' ? [{ href: `#${fundedName(part, row + 1)}`, text: sentence }] : [];
  return funded.flatMap(({ place, by }, row) => [
    ...missing(place, 'place', row, 'Say where the officers stay: a ward, a cluster or a borough.'),
    ...missing(by, 'by', row, 'Say who pays for the officers.'),
  ]);
}

/** What the reader of rules files has against a field, in the field's own words. */
function problemOf({ id, label, file }: Check): ListedError[] {
  return refusalOf(label, () => parseRulesFile(JSON.stringify(file), label)).map((text) => ({ href: `#${id}`, text }));
}

function refusalOf(label: string, read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    const advice = /((make|write) it|tiers are) .*$/s.exec(error.message)?.[0];
    return [advice === undefined ? error.message : `${label}: ${advice}`];
  }
}

function sergeantProblems({ sergeants, elsewhere, span, tiers, highFrom }: ReviewFields): ListedError[] {
  const href = `#${REVIEW_NAMES.sergeants}`;
  if (sergeants === '')
    return [elsewhere, span, highFrom, ...Object.keys(tiers)].every((text) => text === '')
      ? []
      : [{ href, text: 'Say how many sergeants there are: tiers, spans and sergeants elsewhere are about them.' }];
  return refusalOf('Sergeants', () => sergeantsIn(sergeants)).map((text) => ({ href, text }));
}

/** As the command line reads them: 16.5. */
const sergeantsIn = (sergeants: string) =>
  parsePlanOptions({ dwo: '0', pcso: '0', sergeants }, {}, '2026-01-01').sergeants;

function askedBy(fields: ReviewFields, places: ReviewPlaces): ReviewAsked {
  const sergeants = fields.sergeants === '' ? undefined : sergeantsIn(fields.sergeants);
  const elsewhere = fields.elsewhere === '' ? null : Number(fields.elsewhere);
  const rules = rulesIn(fields, places);
  return {
    ...(sergeants === undefined ? {} : { sergeants: { ...sergeants, elsewhere } }),
    ...(rules === undefined ? {} : { rules }),
  };
}

/** Every field's part of a rules file put together; undefined where no side rule is switched on. */
function rulesIn(fields: ReviewFields, places: ReviewPlaces): PlanOptions['rules'] {
  const { kept, because, funded, highFrom, tiers } = fields;
  const alone = checksOf({ ...fields, elsewhere: '', highFrom: '', funded: [], tiers: {} }, places);
  const rules: Record<string, object> = {};
  for (const { file } of alone)
    for (const [rule, said] of Object.entries(file.rules ?? {})) rules[rule] = { ...rules[rule], ...said };
  if (kept.length > 0) rules[KEPT] = kept.map((ward) => (because === '' ? ward : { ward, because }));
  if (funded.length > 0)
    rules['funded-officers'] = funded.map(({ place, officers, by, until }) => ({
      ...{ place, officers: Number(officers), 'funded-by': by },
      ...(until === '' ? {} : { until }),
    }));
  const file = { rules, tiers, ...(highFrom === '' ? {} : { 'high-from': Number(highFrom) }) };
  if (Object.keys(rules).length === 0 && Object.keys(tiers).length === 0 && highFrom === '') return undefined;
  return parseRulesFile(JSON.stringify({ name: fields.name === '' ? UNNAMED : fields.name, ...file }), UNNAMED);
}
