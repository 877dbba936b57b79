import type { Problem } from '../../lib/refused.ts';
import { CATALOGUE, findMeasure, nearNames } from '../../measures/index.ts';
import type { Charter } from '../model.ts';

/**
 * What is wrong with the measures that a charter names, a sentence each: those that the catalogue does not have, and those
 * held to be better or worse of which nobody has said which more of it is.
 */
export function measureProblems({ outcomes, noDetriment }: Pick<Charter, 'outcomes' | 'noDetriment'>): Problem[] {
  return [
    ...outcomes.flatMap(({ measure, role }, at) => problemsOf(`outcomes[${at}].measure`, measure, role !== 'context')),
    ...noDetriment.flatMap(({ measure }, at) => problemsOf(`noDetriment[${at}].measure`, measure, true)),
  ];
}

function problemsOf(field: string, name: string, isJudged: boolean): Problem[] {
  const measure = findMeasure(name);
  if (measure === null) {
    const [near] = nearNames(
      name,
      CATALOGUE.map((each) => each.name),
      1,
    );
    const meant = near === undefined ? '"wardroom measure list" has the names.' : `did you mean ${near}?`;
    return [{ field, sentence: `${field}: there is no measure ${name}: ${meant}` }];
  }
  if (!isJudged || measure.polarity !== 'neither') return [];
  const because = `nobody has said whether more of ${name} is better or worse, so neither harm nor benefit can be told from it`;
  const instead = field.startsWith('outcomes') ? 'give it the role "context"' : 'name another measure';
  return [{ field, sentence: `${field}: ${because}; ${instead}.` }];
}
