import { z } from 'zod';
import { isTimeOfDay } from '../../lib/calendar/london-time.ts';
import { AUTHORISING_RANKS } from '../calendar/authorising-ranks.ts';
import { POST_CLASSES, type RingfencePolicy } from '../model.ts';
import { REASONS, type Reason } from '../reasons.ts';

/** What each reason may be ruled as, the first by default: only the named events can be exceptions, and only ward work is kept. */
export function rulingsOpenTo(reason: Reason): readonly RingfencePolicy['rulings'][Reason][] {
  if (reason === 'ward-work') return ['kept'];
  if (reason === 'event' || reason === 'major-emergency') return ['exception', 'breach'];
  return ['breach', 'permitted'];
}

/** Times of planned cover that a policy has room for. */
export const COVER_ROWS = 3;

const whole = (least: number, most: number) => z.number().int().min(least).max(most);
const rulings = z.custom<RingfencePolicy['rulings']>((value) => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== REASONS.length) return false;
  const said = new Map<string, unknown>(Object.entries(value));
  return REASONS.every(({ reason }) => rulingsOpenTo(reason).some((ruling) => ruling === said.get(reason)));
});
const switches = z.enum(['ring-fenced', 'aspiration']);
const time = z.string().refine(isTimeOfDay);

/** A policy's content, as it is kept and adopted: every reason ruled as it may be, every setting within its bounds. */
export const policyContent: z.ZodType<RingfencePolicy> = z.strictObject({
  format: z.literal('wardroom-ringfence-policy-1'),
  title: z.string().min(1).max(120),
  source: z.string().min(1).max(600),
  classes: z.strictObject(Object.fromEntries(POST_CLASSES.map((each) => [each, switches])) as ClassShape),
  rulings,
  shortResponseMinutes: whole(0, 120),
  emergencyRank: z.string().refine((rank) => AUTHORISING_RANKS.includes(rank)),
  vacancyAfterDays: whole(1, 366),
  weeklyMinutes: whole(600, 3_600),
  dayMinutes: whole(60, 1_440),
  presumedShare: z.number().min(0).max(1),
  closesOnDay: whole(1, 28),
  cover: z.array(z.strictObject({ from: time, to: time, officers: whole(0, 20), pcsos: whole(0, 20) })).max(COVER_ROWS),
  alertShare: z.number().min(0).max(1),
});

type ClassShape = Record<(typeof POST_CLASSES)[number], typeof switches>;
