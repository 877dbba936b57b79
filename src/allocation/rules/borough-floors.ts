import { andList } from '../../ui/and-list.ts';
import { officersIn, officerWords, type Rule, sourceOf, type Terms, thereAre } from '../rule.ts';

const floorsIn = (terms: Terms) => terms.review.side['borough-floors'] ?? [];
const wardsIn = ({ wards }: Terms, borough: string) => wards.filter((ward) => ward.borough === borough);

/** A borough has at least so many officers. */
export const boroughFloors: Rule = {
  name: 'borough-floors',
  about: 'A borough has at least so many officers, such as what it brought into the command unit.',
  source: 'Switched on for one review; a council is told what its borough will not fall below.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    if (terms.review.side['borough-floors'] === undefined) return null;
    const each = floorsIn(terms).map(
      ({ borough, atLeast }) => `${borough} has at least ${officerWords(atLeast, 'dwo')}`,
    );
    return { name: 'borough-floors', sentence: `${andList(each)}.`, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const groups = floorsIn(terms).map(({ borough, atLeast }) => ({
      name: `borough ${borough}`,
      wards: terms.wards.flatMap((ward, place) => (ward.borough === borough ? [place] : [])),
      least: atLeast,
      most: terms.limits.officers.dwo,
    }));
    return { ...question, groups: [...question.groups, ...groups] };
  },
  conflicts(terms) {
    const { officers, floors, ceilings } = terms.limits;
    const asked = floorsIn(terms);
    const conflict = (sentence: string) => [{ rule: 'borough-floors', sentence }];
    for (const { borough, atLeast } of asked) {
      const { length } = wardsIn(terms, borough);
      const room = length * (ceilings.dwo ?? Number.POSITIVE_INFINITY);
      if (atLeast > room)
        return conflict(
          `The borough floor asks ${atLeast} in ${borough} and the ceiling leaves room for ${room} (${length} wards × ${ceilings.dwo}). Ask for less, or raise the ceiling.`,
        );
    }
    const boroughs = [...new Set(terms.wards.map(({ borough }) => borough))];
    const needs = boroughs.map((borough) => {
      const floor = wardsIn(terms, borough).length * floors.dwo;
      const atLeast = asked.find((each) => each.borough === borough)?.atLeast ?? 0;
      return { borough, floor, atLeast, least: Math.max(floor, atLeast) };
    });
    const needed = needs.reduce((sum, { least }) => sum + least, 0);
    if (asked.length === 0 || needed <= officers.dwo) return [];
    const floored = needs.filter(({ floor, atLeast }) => floor > atLeast);
    const rest =
      floored.length === 0
        ? ''
        : `, the ward floor ${andList(floored.map(({ borough, floor }) => `${floor} in ${borough}`))}`;
    const asks = needs.filter(({ floor, atLeast }) => atLeast >= floor && atLeast > 0);
    return conflict(
      `The borough floors ask ${andList(asks.map(({ borough, atLeast }) => `${atLeast} in ${borough}`))}${rest}, ${needed} together, and ${thereAre(officers.dwo)}. Ask for less, or add ${officerWords(needed - officers.dwo, 'dwo')}.`,
    );
  },
  breach(terms, plan) {
    for (const { borough, atLeast } of floorsIn(terms)) {
      const codes = wardsIn(terms, borough).map(({ code }) => code);
      const has = officersIn(plan, codes);
      if (has < atLeast) return `${borough} has ${officerWords(has, 'dwo')} and is to have at least ${atLeast}.`;
    }
    return null;
  },
};
