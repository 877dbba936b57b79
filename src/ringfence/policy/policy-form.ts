import { isTimeOfDay } from '../../lib/calendar/london-time.ts';
import type { Problem } from '../../lib/refused.ts';
import { textProblem } from '../../lib/text-problem.ts';
import { AUTHORISING_RANKS } from '../calendar/authorising-ranks.ts';
import { POST_CLASSES, type RingfencePolicy } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { COVER_ROWS, rulingsOpenTo } from './policy-content.ts';

/** A form as it was typed, by the names of its fields. */
export type Typed = Readonly<Record<string, string>>;

/** Numbers of the form: name of the field, what it is called in a sentence, and what it may be. */
const NUMBERS = {
  shortResponseMinutes: { says: 'minutes of a short response', least: 0, most: 120, per: 1 },
  vacancyAfterDays: { says: 'days after which it is a vacancy', least: 1, most: 366, per: 1 },
  weeklyMinutes: { says: 'hours of a contracted week', least: 10, most: 60, per: 60 },
  dayMinutes: { says: 'hours of a contracted day', least: 1, most: 24, per: 60 },
  presumedShare: { says: 'percentage', least: 0, most: 100, per: 0.01 },
  closesOnDay: { says: 'day of the next month', least: 1, most: 28, per: 1 },
  alertShare: { says: 'percentage', least: 0, most: 100, per: 0.01 },
} as const;
type NumberField = keyof typeof NUMBERS;
const NUMBER_FIELDS = Object.keys(NUMBERS) as NumberField[];

/** The form filled in as a policy has it. */
export function typedFrom(policy: RingfencePolicy): Typed {
  return {
    title: policy.title,
    source: policy.source,
    emergencyRank: policy.emergencyRank,
    ...Object.fromEntries(
      NUMBER_FIELDS.map((field) => [field, String(Number((policy[field] / NUMBERS[field].per).toFixed(4)))]),
    ),
    ...Object.fromEntries(POST_CLASSES.map((each) => [`class-${each}`, policy.classes[each]])),
    ...Object.fromEntries(REASONS.map(({ reason }) => [`reason-${reason}`, policy.rulings[reason]])),
    ...Object.fromEntries(
      policy.cover.flatMap(({ from, to, officers, pcsos }, index) => [
        [`cover-${index}-from`, from],
        [`cover-${index}-to`, to],
        [`cover-${index}-officers`, String(officers)],
        [`cover-${index}-pcsos`, String(pcsos)],
      ]),
    ),
  };
}

/** Reads a policy from what was typed, with a sentence for each field that cannot be read. */
export function readPolicy(typed: Typed): { policy: RingfencePolicy; problems: Problem[] } {
  const { title = '', source = '', emergencyRank = '' } = typed;
  const numbers = NUMBER_FIELDS.map((field) => readNumber(field, typed[field] ?? ''));
  const values = Object.fromEntries(numbers.map(({ field, value }) => [field, value])) as Record<NumberField, number>;
  const cover = readCover(typed);
  const problems = [
    textProblem('title', title.trim(), 120, 'Give the policy a title that says what it lets through.'),
    textProblem('source', source.trim(), 600, 'Say which document or decision it comes from.'),
    AUTHORISING_RANKS.includes(emergencyRank) ? null : { field: 'emergencyRank', sentence: 'Choose a rank.' },
    ...numbers.map(({ problem }) => problem),
    ...cover.problems,
  ];
  const policy: RingfencePolicy = {
    ...{ format: 'wardroom-ringfence-policy-1', title: title.trim(), source: source.trim(), emergencyRank, ...values },
    ...{ classes: readClasses(typed), rulings: readRulings(typed), cover: cover.rows },
  };
  return { policy, problems: problems.filter((each) => each !== null) };
}

function readNumber(field: NumberField, text: string) {
  const { says, least, most, per } = NUMBERS[field];
  const number = /^\d{1,4}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  const whole = per === 1 ? Number.isInteger(number) : true;
  const value = per === 0.01 ? number / 100 : Math.round(number * per);
  const wrong = !whole || !(number >= least && number <= most);
  const problem = wrong ? { field, sentence: `Write the ${says} as a number from ${least} to ${most}.` } : null;
  return { field, value: wrong ? 0 : value, problem };
}

const readClasses = (typed: Typed): RingfencePolicy['classes'] => {
  const held = (each: string) => (typed[`class-${each}`] === 'ring-fenced' ? 'ring-fenced' : 'aspiration');
  return { floor: held('floor'), extra: held('extra'), pcso: held('pcso') };
};

/** What is not offered for a reason is read as the first that is. */
function readRulings(typed: Typed): RingfencePolicy['rulings'] {
  const read = REASONS.map(({ reason }) => {
    const open = rulingsOpenTo(reason);
    return [reason, open.find((ruling) => ruling === typed[`reason-${reason}`]) ?? open[0]];
  });
  return Object.fromEntries(read) as RingfencePolicy['rulings'];
}

/** Rows of cover; one whose times are empty is none. */
function readCover(typed: Typed): { rows: RingfencePolicy['cover']; problems: Problem[] } {
  const rows: RingfencePolicy['cover'] = [];
  const problems: Problem[] = [];
  for (let index = 0; index < COVER_ROWS; index += 1) {
    const [from, to, officers, pcsos] = ['from', 'to', 'officers', 'pcsos'].map((part) =>
      (typed[`cover-${index}-${part}`] ?? '').trim(),
    ) as [string, string, string, string];
    if (from === '' && to === '') continue;
    if (!isTimeOfDay(from) || !isTimeOfDay(to) || from === to)
      problems.push({ field: `cover-${index}-from`, sentence: 'Write the times of cover as 07:00 and 23:00.' });
    if (![officers, pcsos].every((count) => /^(|1?\d|20)$/.test(count)))
      problems.push({
        field: `cover-${index}-officers`,
        sentence: 'Write how many are on duty as numbers from 0 to 20.',
      });
    rows.push({ from, to, officers: Number(officers), pcsos: Number(pcsos) });
  }
  return { rows, problems };
}
