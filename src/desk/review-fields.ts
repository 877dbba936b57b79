/** A row of the form for officers that somebody else pays for. */
export interface FundedFields {
  place: string;
  officers: string;
  by: string;
  until: string;
}

/** Sergeants and the side rules of a review as the form has them: every field as text, empty where it asks nothing. */
export interface ReviewFields {
  name: string;
  sergeants: string;
  elsewhere: string;
  span: string;
  highFrom: string;
  clusterBalance: string;
  mostMoves: string;
  mostLost: string;
  because: string;
  /** Codes of the wards that lose nobody. */
  kept: string[];
  /** Borough's code → text. */
  boroughFloors: Record<string, string>;
  funded: FundedFields[];
  /** Ward's code → tier, only where one is fixed. */
  tiers: Record<string, string>;
}

/** Name of a field in the address and its identity on the page. */
export const REVIEW_NAMES = {
  name: 'review',
  sergeants: 'sergeants',
  elsewhere: 'sergeants-elsewhere',
  span: 'sergeant-span',
  highFrom: 'high-from',
  clusterBalance: 'cluster-balance',
  mostMoves: 'most-moves',
  mostLost: 'most-lost',
  because: 'protected-because',
} as const;
export type PlainField = keyof typeof REVIEW_NAMES;

/** Name of the boxes of the wards that lose nobody; the address has it once for each. */
export const KEPT = 'protected-wards';
export const keptId = (code: string) => `${KEPT}-${code}`;
export const boroughFloorName = (code: string) => `borough-floor-${code}`;
export const tierName = (code: string) => `tier-${code}`;
/** Identity of what holds the fields of every ward, and of every borough. */
export const WARD_BY_WARD = 'ward-by-ward';
export const BOROUGH_FLOORS = 'borough-floors';
/** Rows count from 1. */
export const fundedName = (part: keyof FundedFields, row: number) => `funded-${part}-${row}`;

/** Field in which a rule is switched on, by the rule's name; wards and boroughs have a field each, hence their group. */
export const fieldOfRule = (rule: string): string | null =>
  ({
    'ward-floor': 'floor-dwo',
    'ward-ceiling': 'ceiling-dwo',
    budget: 'dwo',
    'cluster-balance': REVIEW_NAMES.clusterBalance,
    'most-moves': REVIEW_NAMES.mostMoves,
    'most-lost': REVIEW_NAMES.mostLost,
    'protected-wards': WARD_BY_WARD,
    'borough-floors': BOROUGH_FLOORS,
    'funded-officers': fundedName('place', 1),
    'sergeant-for-each-ward': REVIEW_NAMES.sergeants,
    'shared-wards': REVIEW_NAMES.sergeants,
    'tier-threshold': REVIEW_NAMES.highFrom,
    'fixed-tiers': WARD_BY_WARD,
    'sergeant-span': REVIEW_NAMES.span,
  })[rule] ?? null;

/**
 * The fields as they stand in an address, in the order of the form; those that ask nothing are left out,
 * but not the number of sergeants: where a plan in force has some, none is an answer too.
 */
export function reviewEntries(fields: ReviewFields): [name: string, value: string][] {
  const plain = (Object.keys(REVIEW_NAMES) as PlainField[]).map((field): [string, string] => [
    REVIEW_NAMES[field],
    fields[field],
  ]);
  const funded = fields.funded.flatMap((row, place) =>
    (Object.keys(row) as (keyof FundedFields)[]).map((part): [string, string] => [
      fundedName(part, place + 1),
      row[part],
    ]),
  );
  return [
    ...plain,
    ...fields.kept.map((code): [string, string] => [KEPT, code]),
    ...Object.entries(fields.boroughFloors).map(([code, text]): [string, string] => [boroughFloorName(code), text]),
    ...funded,
    ...Object.entries(fields.tiers).map(([code, tier]): [string, string] => [tierName(code), tier]),
  ].filter(([name, value]) => value !== '' || name === REVIEW_NAMES.sergeants);
}

/** Whether an address asks for sergeants or side rules. */
export const asksForReview = (asked: Record<string, unknown>): boolean =>
  Object.entries(asked).some(
    ([name, value]) =>
      value !== '' &&
      (Object.values(REVIEW_NAMES).some((known) => known === name) ||
        name === KEPT ||
        /^(borough-floor|tier|funded-(place|officers|by|until))-./.test(name)),
  );
