import { WrongUsage } from '../demand/index.ts';
import { isDate } from '../lib/calendar/is-date.ts';
import { andList } from '../ui/and-list.ts';
import type { RulesFile } from './review.ts';
import { cutShort, type Reader, readerOf } from './rules-file-reader.ts';
import { HIGH_FROM } from './rules-in-force.ts';

type Side = RulesFile['side'];

/** How each side rule is written. */
const READ_RULE: { [Rule in keyof Side]-?: (value: unknown, read: Reader) => Side[Rule] } = {
  'cluster-balance': (value, read) => ({
    within: numberIn(value, 'cluster-balance', 'within', read, read.aboveNothing),
  }),
  'most-moves': (value, read) => ({ officers: numberIn(value, 'most-moves', 'officers', read, read.whole) }),
  'most-lost': (value, read) => ({ officers: numberIn(value, 'most-lost', 'officers', read, read.whole) }),
  'protected-wards': (value, read) => read.list(value, '"protected-wards"').map((each) => protectedWard(each, read)),
  'borough-floors': (value, read) =>
    Object.entries(read.fields(value, '"borough-floors"')).map(([borough, number]) => ({
      borough: read.text(borough, 'A borough in "borough-floors"'),
      atLeast: read.whole(number, `"borough-floors" for ${cutShort(borough)}`),
    })),
  'funded-officers': (value, read) => read.list(value, '"funded-officers"').map((each) => funded(each, read)),
  'sergeant-span': (value, read) => ({ people: numberIn(value, 'sergeant-span', 'people', read, read.whole) }),
};
const SIDE_RULES = Object.keys(READ_RULE) as (keyof Side)[];
const KEYS = ['name', 'current', 'rules', 'tiers', 'high-from', 'sergeants-elsewhere', 'clusters'];

/**
 * Reads a rules file: JSON with a name and the side rules that are switched on; one with an empty list is off. Places are
 * not looked up yet.
 * @param file its name, for sentences
 * @throws WrongUsage with one sentence that says what is wrong and what to write
 * @example parseRulesFile('{"name":"Spring","rules":{"most-moves":{"officers":6}}}', 'spring.json')
 */
export function parseRulesFile(text: string, file: string): RulesFile {
  const read = readerOf(file);
  const all = read.fields(read.json(text), 'the file');
  read.onlyKnown(all, KEYS, 'the file');
  const optional = <Value>(key: string, value: (given: unknown, where: string) => Value): Value | null =>
    all[key] === undefined ? null : value(all[key], `"${key}"`);
  return {
    name: optional('name', read.text) ?? file.replace(/\.json$/i, ''),
    current: optional('current', (value, where) => read.each(value, where, read.whole)),
    side: sideRules(optional('rules', read.fields) ?? {}, file, read),
    tiers: optional('tiers', (value, where) => read.each(value, where, read.tier)) ?? {},
    highFrom: optional('high-from', read.aboveNothing) ?? HIGH_FROM,
    sergeantsElsewhere: optional('sergeants-elsewhere', read.notNegative),
    clusters: optional('clusters', (value, where) => read.each(value, where, read.texts)),
  };
}

function sideRules(given: Record<string, unknown>, file: string, read: Reader): Side {
  const unknown = Object.keys(given).find((name) => !SIDE_RULES.some((known) => known === name));
  if (unknown !== undefined)
    throw new WrongUsage(
      `${file}: there is no side rule "${cutShort(unknown)}". Known: ${andList(SIDE_RULES.map((name) => `"${name}"`))}.`,
    );
  const named = SIDE_RULES.filter((name) => given[name] !== undefined);
  const rules = named.map((name) => [name, READ_RULE[name](given[name], read)] as const);
  return Object.fromEntries(rules.filter(([, rule]) => !isEmpty(rule)));
}

/** A list of nothing asks nothing: its rule is switched off. */
const isEmpty = (rule: unknown) => Array.isArray(rule) && rule.length === 0;

function numberIn(
  value: unknown,
  rule: string,
  key: string,
  read: Reader,
  number: (value: unknown, where: string) => number,
): number {
  const fields = read.fields(value, `"${rule}"`);
  read.onlyKnown(fields, [key], `"${rule}"`);
  return number(fields[key], `"${key}" of "${rule}"`);
}

function protectedWard(value: unknown, read: Reader) {
  if (typeof value === 'string')
    return { ward: read.text(value, 'A ward in "protected-wards"'), atLeast: null, because: '' };
  const where = '"protected-wards"';
  const fields = read.fields(value, where);
  read.onlyKnown(fields, ['ward', 'at-least', 'because'], where);
  const ward = read.text(fields.ward, `"ward" of ${where}`);
  return {
    ward,
    atLeast:
      fields['at-least'] === undefined ? null : read.whole(fields['at-least'], `"at-least" for ${cutShort(ward)}`),
    because: fields.because === undefined ? '' : read.text(fields.because, `"because" for ${cutShort(ward)}`),
  };
}

function funded(value: unknown, read: Reader) {
  const where = '"funded-officers"';
  const fields = read.fields(value, where);
  read.onlyKnown(fields, ['place', 'officers', 'funded-by', 'until'], where);
  const place = read.text(fields.place, `"place" of ${where}`);
  const { until = null } = fields;
  if (until !== null && !(typeof until === 'string' && isDate(until)))
    throw new WrongUsage(
      `${read.file}: "until" for ${cutShort(place)} is the last day paid for: write it like 2027-03-31.`,
    );
  return {
    place,
    officers: read.whole(fields.officers, `"officers" for ${cutShort(place)}`),
    fundedBy: read.text(fields['funded-by'], `"funded-by" for ${cutShort(place)}`),
    until,
  };
}
