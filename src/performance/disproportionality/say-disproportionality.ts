import { percent } from '../../ui/percent.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { GROUP_WORDS } from './ethnic-groups.ts';
import type { ComparedWithin, DefinedBy, Disproportionality } from './model.ts';
import { isClear, ratioNumber, sayRange } from './say-ratio.ts';
import { sayObject, sayOutcome } from './say-search.ts';

/** Who said it: "as they described themselves". */
export const SAID_BY: Record<DefinedBy, { title: string; ethnicity: string; as: string }> = {
  self: { title: 'Self-defined', ethnicity: 'self-defined ethnicity', as: 'as people described themselves' },
  officer: { title: 'Officer-defined', ethnicity: 'officer-defined ethnicity', as: 'as the officer described them' },
};

const AREAS: Record<ComparedWithin, string> = { lsoas: 'LSOAs', wards: 'wards' };

/** "126 LSOAs", "17 wards". */
export function saySmallAreas({ smallAreas, within }: Pick<Disproportionality, 'smallAreas' | 'within'>): string {
  return smallAreas === 1 ? 'one ward' : `${wholeNumber(smallAreas)} ${AREAS[within]}`;
}

/** The answer: its figure, and what follows it. */
export function sayAnswer(shown: Disproportionality): { figure: string; rest: string } {
  const black = shown.rows.find(({ group }) => group === 'black');
  const among = `within small areas (${saySmallAreas(shown)})`;
  if (black === undefined || black.interval === null) {
    return { figure: 'No ratio.', rest: black?.missing ?? 'Nobody was searched here in these months.' };
  }
  const chance = isClear(black.interval) ? '' : ' That could be chance.';
  return {
    figure: `${sayOnly(shown)} Black people were searched ${sayRange(black.interval)} as often as White people, compared ${shown.smallAreas === 1 ? 'in one ward' : among}.`,
    rest: `${chance} ${sayUnknown(shown)}`.trim(),
  };
}

/** Which searches are meant: "For how many live there,", "Only searches for drugs, for how many live there:". */
function sayOnly({ object, outcome }: Pick<Disproportionality, 'object' | 'outcome'>): string {
  const only = [
    ...(object === null ? [] : [`for ${sayObject(object).toLowerCase()}`]),
    ...(outcome === null ? [] : [`with the outcome ${sayOutcome(outcome).toLowerCase()}`]),
  ];
  return only.length === 0 ? 'For how many live there,' : `Only searches ${only.join(' ')}, for how many live there:`;
}

/** What unknown ethnicity does to the ratio: its share, and the bounds. */
export function sayUnknown({ behind: { people, unknown }, by, rows }: Disproportionality): string {
  if (people === 0 || unknown === 0) return '';
  const black = rows.find(({ group }) => group === 'black');
  const share = `Of ${percent(unknown / people)} of searches of people the ${SAID_BY[by].ethnicity} is unknown.`;
  if (black?.lowest === null || black?.lowest === undefined || black.highest === null) return share;
  return `${share} Were all of them of White people, the ratio would be ${ratioNumber(black.lowest)}; were all of Black people, ${ratioNumber(black.highest)}.`;
}

/** What the figures cannot say, a sentence each. */
export function sayLimits({ behind, by, rows, within }: Disproportionality): string[] {
  const { unlocated, located, vehiclesOnly, outside, missingMonths } = behind;
  const all = unlocated + located;
  const without = rows.filter(({ searches }) => searches === null).map(({ group }) => GROUP_WORDS[group].people);
  return [
    'Residents are counted, not who is on the street: people who pass through, work or go out here can be searched and are not among the residents. The same person can be searched more than once.',
    'Residents are those of the census of March 2021; who lives here has changed since.',
    `A search is placed at the nearest of data.police.uk’s anonymised points, so near an edge it can count in the ${within === 'lsoas' ? 'LSOA' : 'ward'} next door.`,
    ...(all === 0
      ? []
      : [
          `${wholeNumber(unlocated)} of the force’s ${wholeNumber(all)} searches of these months (${percent(unlocated / all)}) have no location and are in no area; ${wholeNumber(outside)} lie outside every area held.`,
        ]),
    `${wholeNumber(vehiclesOnly)} searches here were of a vehicle alone, so of nobody: they are in no figure above.`,
    by === 'self'
      ? 'Self-defined ethnicity is asked of the person, who may decline; officer-defined ethnicity is what the officer saw.'
      : 'Residents described themselves at the census; here the officer described the person. The two differ.',
    ...(without.length === 0 ? [] : [`Officers of this force have no group for ${without.join(' or ')}.`]),
    ...(missingMonths.length === 0
      ? []
      : [`No file is held of ${missingMonths.join(', ')}: rates are of the other months.`]),
    'A ratio above 1 does not show why: it is a question to answer, not the answer.',
  ];
}
