import { countWords } from '../../../ui/count-words.ts';
import { fullTimeEquivalents } from '../say-full-time-equivalents.ts';
import type { OfUnit } from './of-unit.ts';

/** How many manage and how many are operational, and who supervises investigation. */
export function Ratios({ unit: { management, investigation } }: Pick<OfUnit, 'unit'>) {
  const { management: managing, operational } = management;
  const people = managing.people !== null && operational.people !== null;
  const managers = managing.people?.heads ?? managing.posts;
  const heads = `${countWords(managers, people ? 'person' : 'post', people ? 'people' : 'posts')} ${managers === 1 ? 'manages' : 'manage'} and ${operational.people?.heads ?? operational.posts} are operational`;
  const ratio = management.strengthRatio ?? management.establishmentRatio;
  return (
    <>
      <h2 class="w-h3">Management and operations</h2>
      <p class="w-body">
        <b>{heads}</b>
        {ratio === null ? '.' : `: ${ratio.toFixed(1)} operational full-time equivalents to one who manages.`}{' '}
        Inspectors and above manage.
      </p>
      <h2 class="w-h3">Supervision in investigation</h2>
      <p class="w-body">
        {investigation === null ? (
          'The book has no detectives.'
        ) : (
          <>
            <b>{`${investigation.words.charAt(0).toUpperCase()}${investigation.words.slice(1)}`}</b>:{' '}
            {fullTimeEquivalents(investigation.sergeants)} and {fullTimeEquivalents(investigation.constables)}.
          </>
        )}
      </p>
    </>
  );
}
