import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import { type Report, table } from '../report.ts';
import type { FloorBreach, Span } from './floor-breaches.ts';
import { sayNumber } from './say-number.ts';
import type { UnrecordedDays } from './unrecorded-days.ts';

/** The daily floor check of a unit over a span. */
export interface FloorCheck extends Span {
  unit: string;
  synthetic: boolean;
  /** Whether the reader may see absences, without which nobody knows who is deployable. */
  deployableKnown: boolean;
  breaches: FloorBreach[];
  unrecorded: UnrecordedDays[];
}

/** The daily floor check as a terminal shows it, the answer first. */
export function floorLines({ unit, synthetic, from, to, deployableKnown, breaches, unrecorded }: FloorCheck): Report {
  const measures = deployableKnown ? (['posted', 'deployable'] as const) : (['posted'] as const);
  const counted = measures.map((measured) =>
    sayWards(
      breaches.filter((each) => each.measured === measured),
      measured,
    ),
  );
  const mark = synthetic ? ' (synthetic)' : '';
  const rows = breaches.map((each) => [
    each.ward,
    each.kind === 'dwo' ? 'officers' : 'PCSOs',
    each.measured,
    each.from,
    each.to,
    String(daysOf(each)),
    `${each.whole} of ${each.floor}`,
    sayNumber(each.fullTimeEquivalents),
    String(each.heads),
  ]);
  return [
    `${unit} from ${longDate(from)} to ${longDate(to)}: ${counted.join('; ')}${mark}.`,
    ...unrecorded.map(
      (days) =>
        `Who was posted in the wards of ${days.borough} is not recorded from ${longDate(days.from)} to ${longDate(days.to)}: ` +
        'those days are not checked.',
    ),
    ...(deployableKnown ? [] : ['Absences are not shown to you, so that only who is posted is checked.']),
    ...(rows.length === 0 ? [] : ['']),
    ...table(['Ward', 'Who', 'Counted', 'From', 'To', '>Days', '>At worst', '>FTE', '>People'], rows),
  ];
}

function sayWards(breaches: readonly FloorBreach[], measured: string): string {
  if (breaches.length === 0) return `no ward below its floor as ${measured}`;
  const wards = new Set(breaches.map(({ wardCode }) => wardCode)).size;
  const days = breaches.reduce((sum, breach) => sum + daysOf(breach), 0);
  const runs = breaches.length === 1 ? '1 run of days' : `${breaches.length} runs of days`;
  const each = days === 1 ? '1 day' : `${days} days in all`;
  return `${countWords(wards, 'ward')} below the floor as ${measured}, in ${runs}, ${each}`;
}

const DAY_MS = 86_400_000;
const daysOf = ({ from, to }: Span) => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
