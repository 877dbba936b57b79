import { londonTime } from '../../lib/calendar/london-time.ts';
import type { Duty } from '../model.ts';

/**
 * What the page says where there is no ward duty today.
 * @param officer null where nobody has said which officer it is who is signed in
 * @param duty    of another kind: worked elsewhere on a rest day or as overtime
 */
export function sayNoDuty(officer: { name: string } | null, duty: Pick<Duty, 'kind' | 'during'> | null): string {
  if (officer === null)
    return 'Nobody has said yet which officer you are: ask your inspector to link your account with your warrant number, on the page “Officers and sign-ins”.';
  if (duty === null || duty.kind === 'ward') return 'You have no duty today that Wardroom knows of.';
  const kind = duty.kind === 'overtime' ? 'as overtime' : 'on a rest day';
  const [from, to] = [londonTime(duty.during.from).time, londonTime(duty.during.to).time];
  return `Today you work ${kind}, ${from} to ${to}: it is counted apart, by whose order it was.`;
}
