import { andList } from '../../ui/and-list.ts';
import { currentOf, officerWords, placesOf, type Rule, sourceOf, type Terms, thereAre, wardNamed } from '../rule.ts';

/** What each protected ward has at least. */
function keptBy(terms: Terms): Map<string, number> {
  const listed = terms.review.side['protected-wards'] ?? [];
  return new Map(listed.map(({ ward, atLeast }) => [ward, atLeast ?? currentOf(terms, ward)]));
}

/** Some wards lose nobody, or keep at least a number of their own. */
export const protectedWards: Rule = {
  name: 'protected-wards',
  about:
    'Some wards keep at least the officers they have, or a number of their own, such as a Clear, Hold, Build site.',
  source: 'Switched on for one review; Clear, Hold, Build asks for officers who stay while a place is held.',
  kind: 'side',
  of: 'officers',
  inForce(terms) {
    const listed = terms.review.side['protected-wards'];
    if (listed === undefined) return null;
    // Of a ward that keeps what it has the number is not said: it is posted strength, and this sentence is published.
    const each = listed.map(({ ward, atLeast, because }) => {
      const why = because === '' ? '' : ` (${because})`;
      const what = atLeast === null ? 'what it has now' : `at least ${officerWords(atLeast, 'dwo')}`;
      return `${wardNamed(terms, ward)} keeps ${what}${why}`;
    });
    return { name: 'protected-wards', sentence: `${andList(each)}.`, source: sourceOf(terms), from: null };
  },
  enter(question, terms) {
    const kept = keptBy(terms);
    const floors = question.floors.map((floor, place) =>
      Math.max(floor, kept.get(terms.wards[place]?.code ?? '') ?? 0),
    );
    return { ...question, floors };
  },
  conflicts(terms) {
    const { floors, officers, ceilings } = terms.limits;
    const ceiling = ceilings.dwo ?? Number.POSITIVE_INFINITY;
    const kept = keptBy(terms);
    const high = [...kept].find(([, number]) => number > ceiling);
    if (high !== undefined) {
      const sentence = `${wardNamed(terms, high[0])} is to keep ${officerWords(high[1], 'dwo')} and the ceiling is ${ceiling}. Protect fewer, or raise the ceiling.`;
      return [{ rule: 'protected-wards', sentence }];
    }
    const needed = [...placesOf(terms).keys()].reduce(
      (sum, code) => sum + Math.max(floors.dwo, kept.get(code) ?? 0),
      0,
    );
    if (needed <= officers.dwo) return [];
    const sentence = `The floor and the protected wards need ${officerWords(needed, 'dwo')} and ${thereAre(officers.dwo)}. Protect fewer, or add officers.`;
    return [{ rule: 'protected-wards', sentence }];
  },
  breach(terms, plan) {
    const kept = keptBy(terms);
    const broken = plan.wards.find(({ code, dwo }) => dwo < (kept.get(code) ?? 0));
    if (broken === undefined) return null;
    return `${broken.name} has ${officerWords(broken.dwo, 'dwo')} and is to keep ${kept.get(broken.code)}.`;
  },
};
