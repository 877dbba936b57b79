import { sayUnmet, unmetConditions } from './conditions.ts';
import { type Asked, permissionsFor } from './may.ts';
import type { Act, Condition, Module, Permission, Principal } from './model.ts';
import { NotAllowed, SignInNeeded } from './not-allowed.ts';

/** How a sentence goes on after "Your role does not allow you to". */
const DOING: Readonly<Record<Act, string>> = { read: 'see', write: 'change', approve: 'approve' };

/** What a module is called in a sentence. */
export const MODULE_WORDS: Readonly<Record<Module, string>> = {
  postings: 'postings',
  duties: 'duties and absences',
  allocation: 'allocation plans',
  consultation: 'proposals of a consultation',
  imports: 'imports',
  panels: 'ward panels and priorities',
  'problem-solving': 'problem-solving plans',
  performance: 'performance reports',
  evaluation: 'evaluations',
  'high-harm': 'high-harm and vulnerability records',
  professionalism: 'professionalism and wellbeing records',
  'critical-incident': 'critical incidents',
  publishing: 'publications',
  audit: 'the audit',
  users: 'users and roles',
};

const TOTALS_OF_DUTIES =
  'Of duties and absences your role sees totals, by month, borough and ward: they are in the ring-fence report.';
const REPORT_OF_TOTALS = [
  { href: '/ringfence', text: 'The ring-fence report' },
  { href: '/ringfence/abstractions.csv', text: 'All its months as one file (CSV)' },
];

/**
 * The permission under which a principal does what they ask: the first whose conditions are met.
 * @param met conditions that what is asked meets; a second factor given a short while ago is known without
 * @throws SignInNeeded when nobody is signed in; NotAllowed in one sentence when their roles do not allow it, or a condition is not met
 */
export function requirePermission(principal: Principal, asked: Asked, met: readonly Condition[] = []): Permission {
  const held = permissionsFor(principal, asked);
  const found = held.filter(({ only }) => only === null);
  const missing = found.map((permission) => ({ permission, unmet: unmetConditions(permission, principal, met) }));
  const [nearest] = missing.toSorted((one, other) => one.unmet.length - other.unmet.length);
  if (nearest?.unmet.length === 0) return nearest.permission;
  if (nearest !== undefined) throw new NotAllowed(sayUnmet(nearest.unmet));
  if (principal.kind === 'visitor') throw new SignInNeeded('Sign in to go on.');
  // Who sees the figures of a module and not its records is told where those are.
  if (asked.module === 'duties' && held.length > 0) throw new NotAllowed(TOTALS_OF_DUTIES, REPORT_OF_TOTALS);
  const what = `${DOING[asked.act]} ${MODULE_WORDS[asked.module]}${asked.place === null ? '' : ' here'}`;
  if (principal.kind === 'operator' && principal.as === null)
    throw new NotAllowed(`The command line may not ${what} by itself: name the person you act for with --as.`);
  throw new NotAllowed(`Your role does not allow you to ${what}: ask an administrator of your command unit for one.`);
}
