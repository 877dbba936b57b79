import { layMadeUpReview, listReviews } from '../../allocation/service.ts';
import { addMonths, lastDay, parseMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { CENTRAL_NORTH } from '../../organisation/index.ts';
import type { Platform } from '../../platform/platform.ts';

const unit = CENTRAL_NORTH.name;
const ISLINGTON = { kind: 'council', name: 'Islington Council', borough: 'E09000019', ward: null } as const;
const BLOOMSBURY = {
  kind: 'ward-panel',
  name: 'Bloomsbury ward panel',
  borough: 'E09000007',
  ward: 'E05013653',
} as const;
const POLICE = { kind: 'police', name: 'Police', borough: null, ward: null } as const;

/** Points of 100, as both parties give them: made up, like everything of the demonstration. */
const POLICE_POINTS = {
  'recorded-crime': 35,
  'violence-and-robbery': 20,
  'violence-against-women-and-girls': 15,
  residents: 15,
  deprivation: 15,
};
const COUNCIL_POINTS = {
  'recorded-crime': 20,
  'violence-and-robbery': 20,
  'violence-against-women-and-girls': 20,
  residents: 15,
  deprivation: 25,
};

/**
 * Lays the demonstration's review where there was never one: open until the end of the next month, with what the police and
 * a council propose, and announced.
 * @param asked of the demonstration's plan: its officers, and the day of its figures
 * @returns whether it laid one
 */
export async function loadDemonstrationReview(
  platform: Platform,
  { asAt, ...numbers }: { asAt: string; dwo: number; pcso: number },
): Promise<boolean> {
  if ((await listReviews(platform, unit)).length > 0) return false;
  const month = parseMonth(todayInLondon(platform.now()).slice(0, 7));
  const closing = addMonths(month, 1);
  const budget = (points: Record<string, number>) => ({ given: { method: 'budget', points } as const, bounds: null });
  await layMadeUpReview(platform, {
    unit,
    name: 'Who gets the officers, and why',
    question:
      'By which criteria should wards be chosen for officers beyond the floor: how much should recorded crime, violence, violence against women and girls, residents and deprivation count?',
    numbers,
    components: Object.keys(POLICE_POINTS),
    asAt,
    inForceFrom: `${addMonths(month, 2)}-01`,
    closesOn: `${closing}-${lastDay(closing)}`,
    invited: [ISLINGTON, { ...ISLINGTON, name: 'Camden Council', borough: 'E09000007' }, BLOOMSBURY],
    proposals: [
      {
        ...{ party: POLICE, title: 'Police draft', ...budget(POLICE_POINTS), publishComment: true },
        comment: 'As the plan in force, with what anti-social behaviour counted for given to deprivation and crime.',
      },
      {
        ...{ party: ISLINGTON, title: '', ...budget(COUNCIL_POINTS), publishComment: true },
        comment:
          'Where people have least, harm goes unreported: deprivation and violence against women count for more.',
      },
    ],
  });
  return true;
}
