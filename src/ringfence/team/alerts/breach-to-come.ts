import { sentenceCase } from '../../../ui/sentence-case.ts';
import { sayOrderedBy } from '../say-ordered-by.ts';
import { sayReasonWithin } from '../say-reason.ts';
import { sayFrom } from '../say-times.ts';
import type { AlertRule } from './alert.ts';

/** A time away that is planned and has not begun, and would be a breach: there is time to take it back. */
export const breachToCome: AlertRule = {
  name: 'breach-to-come',
  about: 'A duty elsewhere is planned that would be a breach of the ring-fence.',
  find({ inView: { ward, absences, rulings }, now }) {
    return absences
      .filter(
        ({ id, from, standing }) => standing !== 'withdrawn' && from > now && rulings.get(id)?.ruling === 'breach',
      )
      .map(({ id, reason, from, order }) => ({
        rule: 'breach-to-come',
        place: ward.place,
        sentence: `An officer of ${ward.name} is to be away ${sayFrom(from, now)} for ${sayReasonWithin(reason)}, which would be a breach.`,
        by: rulings.get(id)?.because ?? '',
        whoAnswers:
          order === null
            ? 'Nobody has said who ordered it: add the order, or take the plan back before it begins.'
            : `${sentenceCase(sayOrderedBy(order.by))} ordered it and answers for it: it can be taken back before it begins.`,
      }));
  },
};
