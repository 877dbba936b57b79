import { findComponent } from '../../demand/index.ts';
import { cutShort, type Reader, readerOf } from '../rules-file-reader.ts';
import type { StabilityWithin } from './model.ts';

/**
 * Reads bounds on weights, of one party or several:
 * `{ "recorded-crime": [20, 50] }`, the same within `{ "name": "…", "bounds": { … } }`, or
 * `{ "stakeholders": [{ "name": "Camden Council", "bounds": { … } }] }`. All bounds of a file are per cent, or all are
 * shares of 1: per cent as soon as one is above 1. Bounds of nobody go by the name of the file.
 * @param file its name, also for the sentence that refuses it
 * @returns bounds as shares of 1
 * @throws WrongUsage with one sentence that says what to write
 */
export function parseBoundsFile(text: string, file: string): StabilityWithin[] {
  const read = readerOf(file);
  const content = read.fields(read.json(text), 'The file');
  const parties = partiesIn(read, content);
  const bounds = parties.flatMap((party) => Object.values(party.bounds).flat());
  const whole = wholeOf(bounds, file, read);
  return parties.map(({ name, bounds: given }) => ({
    name,
    bounds: Object.fromEntries(
      Object.entries(given).map(([component, [least, most]]) => [component, [least / whole, most / whole]]),
    ),
  }));
}

function partiesIn(read: Reader, content: Record<string, unknown>): StabilityWithin[] {
  if ('stakeholders' in content) {
    read.onlyKnown(content, ['stakeholders'], 'The file');
    const parties = read.list(content.stakeholders, '"stakeholders"').map((each, place) => {
      const where = `Stakeholder ${place + 1}`;
      const party = read.fields(each, where);
      read.onlyKnown(party, ['name', 'bounds'], where);
      const name = read.text(party.name, `The name of stakeholder ${place + 1}`);
      return { name, bounds: boundsIn(read, party.bounds, `the bounds of ${cutShort(name)}`) };
    });
    const names = parties.map(({ name }) => name);
    const twice = names.find((name, place) => names.indexOf(name) < place);
    if (twice !== undefined)
      return read.refuse(`two stakeholders are called "${cutShort(twice)}": give each a name of its own.`);
    return parties.length > 0 ? parties : read.refuse('"stakeholders" is empty: give the bounds of one at least.');
  }
  if (!('bounds' in content)) return [{ name: read.file, bounds: boundsIn(read, content, 'the bounds') }];
  read.onlyKnown(content, ['name', 'bounds'], 'The file');
  const name = content.name === undefined ? read.file : read.text(content.name, '"name"');
  return [{ name, bounds: boundsIn(read, content.bounds, '"bounds"') }];
}

function boundsIn(read: Reader, value: unknown, where: string): StabilityWithin['bounds'] {
  const given = read.fields(value, where);
  const entries = Object.entries(given);
  if (entries.length === 0) return read.refuse(`${where} bound nothing: write them as { "recorded-crime": [20, 50] }.`);
  return Object.fromEntries(
    entries.map(([component, pair]): [string, [number, number]] => {
      if (findComponent(component) === null)
        return read.refuse(
          `"${cutShort(component)}" in ${where} is no component: "wardroom measure list" names them, such as recorded-crime.`,
        );
      const [least, most, ...more] = Array.isArray(pair) ? pair : [];
      if (!isBound(least) || !isBound(most) || more.length > 0)
        return read.refuse(
          `${component} in ${where} needs its least and its most weight, from 0 to 100 per cent, such as [20, 50].`,
        );
      if (least > most)
        return read.refuse(`${component} in ${where} has a least of ${least} above its most of ${most}: swap them.`);
      return [component, [least, most]];
    }),
  );
}

const isBound = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 100;

/** What the bounds are parts of: 100 or 1. */
function wholeOf(bounds: readonly number[], file: string, read: Reader): 100 | 1 {
  const perCent = bounds.some((bound) => bound > 1);
  const broken = bounds.find((bound) => bound > 0 && bound < 1);
  if (perCent && broken !== undefined)
    return read.refuse(
      `${broken} may be a share or per cent beside bounds above 1: write all of them in per cent, such as 20, or all as shares, such as 0.2.`,
    );
  if (perCent) return 100;
  if (broken !== undefined) return 1;
  return read.refuse(`bounds of 0 and 1 alone may be shares or per cent: write per cent, 0 and 100, in ${file}.`);
}
