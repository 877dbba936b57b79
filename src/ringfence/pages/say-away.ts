import { REASONS } from '../reasons.ts';
import type { AwayAccount, OrderMinutes, ReasonMinutes } from '../reports/model.ts';

/** Of one of them fewer than three officers could be told of. */
const NOT_APART = 'Not shown apart';

const REASON_TITLES: ReadonlyMap<string, string> = new Map(REASONS.map(({ reason, title }) => [reason, title]));

/** What took officers away, as a row of a table says it. */
export const sayReasonRow = (reason: ReasonMinutes['reason']): string =>
  reason === 'not-shown' ? NOT_APART : (REASON_TITLES.get(reason) ?? reason);

const ROLES: Readonly<Record<OrderMinutes['orderedBy'], string>> = {
  'ward-sergeant': 'Ward sergeant',
  'response-sergeant': 'Response sergeant',
  'duty-inspector': 'Duty inspector',
  'neighbourhood-inspector': 'Neighbourhood inspector',
  'senior-officer': 'Senior officer',
  'operations-room': 'Operations room',
  court: 'Court',
  'training-unit': 'Training unit',
  'another-force': 'Another force',
  nobody: 'Nobody',
  'not-said': 'Not written down',
  'not-shown': NOT_APART,
};

/** Who ordered it, by role. */
export const sayRole = (orderedBy: OrderMinutes['orderedBy']): string => ROLES[orderedBy];

const RULINGS: Readonly<Record<AwayAccount, string>> = {
  exception: 'exception',
  permitted: 'permitted',
  breach: 'breach',
  unruled: 'not ruled',
  'rest-day': 'on a rest day',
  overtime: 'overtime',
};

/** What time elsewhere counts as, in a word. */
export const sayRuling = (ruling: AwayAccount): string => RULINGS[ruling];
