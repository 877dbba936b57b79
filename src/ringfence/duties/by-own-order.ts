import type { Duty } from '../model.ts';

/** Whether a duty worked elsewhere was ordered by a person, who then leaves it to somebody else to confirm or correct. */
export const isByOwnOrder = ({ elsewhere }: Pick<Duty, 'elsewhere'>, person: string | null): boolean =>
  person !== null && elsewhere?.order?.person === person;

/** To whoever ordered a duty. */
export const OWN_ORDER_OF_DUTY =
  'This duty is by your own order, so another sergeant or an inspector confirms or corrects it: ask one.';
