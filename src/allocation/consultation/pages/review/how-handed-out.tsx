import { countWords } from '../../../../ui/count-words.ts';
import type { ReviewNumbers } from '../../model.ts';

/** How the officers of a review are handed out, in a paragraph, with its own numbers. */
export function HowHandedOut({ numbers, wards }: { numbers: ReviewNumbers; wards: number }) {
  const { floors, ceilings } = numbers;
  const above = { dwo: numbers.dwo - floors.dwo * wards, pcso: numbers.pcso - floors.pcso * wards };
  const most = [
    ceilings.dwo === null ? null : countWords(ceilings.dwo, 'officer'),
    ceilings.pcso === null ? null : countWords(ceilings.pcso, 'PCSO'),
  ].filter((each) => each !== null);
  return (
    <section aria-labelledby="how">
      <h2 class="w-h2" id="how">
        How the officers are handed out
      </h2>
      <p class="w-body">
        There are <b>{countWords(numbers.dwo, 'officer')}</b> and <b>{countWords(numbers.pcso, 'PCSO')}</b> for{' '}
        {countWords(wards, 'ward')}. Every ward gets {countWords(floors.dwo, 'officer')} and{' '}
        {countWords(floors.pcso, 'PCSO')}.{' '}
        {above.dwo > 0
          ? `The other ${countWords(above.dwo, 'officer')} are handed out one by one, each to the ward with the most demand for each officer it has by then.`
          : ''}{' '}
        {above.pcso > 0 ? `So are the other ${countWords(above.pcso, 'PCSO')}.` : ''}{' '}
        {most.length === 0 ? '' : `No ward may have more than ${most.join(' or ')}.`} What counts as demand is what this
        review asks.
      </p>
    </section>
  );
}
