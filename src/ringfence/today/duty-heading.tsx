import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import type { DutyToday } from './model.ts';
import { timeOf } from './say-waiting.ts';

/** "My duty: 14:00 to 22:00"; takes the focus once something was recorded. */
export function DutyHeading({ duty }: { duty: DutyToday }) {
  return (
    <h2 class="w-h3" id="duty" tabIndex={-1}>
      My duty: {timeOf(duty.from)} to {timeOf(duty.to)} {duty.synthetic ? <SyntheticMark /> : null}
    </h2>
  );
}
