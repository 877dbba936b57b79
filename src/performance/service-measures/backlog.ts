import { addMonths, type Month, monthName, monthsBetween } from '../../lib/calendar/month.ts';
import { BACKLOG_AGES, BACKLOG_WORK } from '../../measures/index.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { sayMissing } from '../comparison/say-missing.ts';
import { countIn } from '../figures/count-in.ts';
import type { MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';
import type { Built } from './built.ts';
import type { BacklogLevel, BacklogOfWork, BacklogSection } from './model.ts';
import { figuresOf, figuresOfParts, type ServiceFigures, sayNoFile, sayVintagesApart } from './service-figures.ts';

/** What was opened and closed in the current period, and what is open at its end by age, for each kind of work. */
export function backlog(held: ServiceFigures, periods: Periods): Built<BacklogSection> {
  const found = BACKLOG_WORK.flatMap((work) => figuresOfWork(held, work));
  if (found.length === 0) return { because: sayNoFile(held.area, 'figures of a backlog') };
  const used = found.flatMap(({ opened, closed, open }) => [opened, closed, ...open.flatMap(({ parts }) => parts)]);
  const apart = sayVintagesApart(used);
  if (apart !== null) return { because: apart };
  const works = found.flatMap((each) => workOf(each, periods) ?? []);
  const [first] = found;
  if (works.length === 0 && first !== undefined) {
    return { because: sayMissing(first.opened, { ...periods, previous: periods.current }) };
  }
  return { section: { kind: 'backlog', works }, used };
}

interface FiguresOfWork {
  work: (typeof BACKLOG_WORK)[number];
  opened: MonthlyFigures;
  closed: MonthlyFigures;
  /** What is open by age, of each official area apart: levels that are summed over areas and never over months. */
  open: { age: (typeof BACKLOG_AGES)[number]; parts: MonthlyFigures[] }[];
}

function figuresOfWork(held: ServiceFigures, work: (typeof BACKLOG_WORK)[number]): FiguresOfWork[] {
  const of = (part: string): string => `backlog-${work.slug}-${part}`;
  const [opened, closed] = [figuresOf(held, of('opened')), figuresOf(held, of('closed'))];
  const open = BACKLOG_AGES.flatMap((age) => {
    const parts = figuresOfParts(held, of(`open-${age.slug}`));
    return parts === null ? [] : [{ age, parts }];
  });
  return opened === null || closed === null || open.length < BACKLOG_AGES.length
    ? []
    : [{ work, opened, closed, open }];
}

function workOf({ work, opened, closed, open }: FiguresOfWork, { current }: Periods): BacklogOfWork | null {
  const [inflow, outflow] = [countIn(opened, current), countIn(closed, current)];
  const atEnd = levelAt(open, current.to);
  if (inflow === null || outflow === null || atEnd === null) return null;
  const before = levelAt(open, addMonths(current.from, -1));
  const growth = before === null ? null : atEnd.open - before.open;
  const unbalanced = growth === null ? null : growth - (inflow - outflow);
  return {
    ...{ work: work.slug, title: work.title, opened: inflow, closed: outflow, atEnd, before, growth, unbalanced },
    words: sayBacklog({ inflow, outflow, atEnd, before, unbalanced }),
  };
}

function levelAt(open: FiguresOfWork['open'], month: Month): BacklogLevel | null {
  const byAge: BacklogLevel['byAge'] = [];
  for (const { age, parts } of open) {
    let count = 0;
    for (const { firstMonth, values } of parts) {
      const value = values[monthsBetween(firstMonth, month)] ?? null;
      if (value === null) return null;
      count += value;
    }
    byAge.push({ age: age.slug, title: age.title, count });
  }
  return { month, open: byAge.reduce((sum, { count }) => sum + count, 0), byAge };
}

/** Whether it grew, in words; where the file does not balance, by how much. */
function sayBacklog({
  inflow,
  outflow,
  atEnd,
  before,
  unbalanced,
}: {
  inflow: number;
  outflow: number;
  atEnd: BacklogLevel;
  before: BacklogLevel | null;
  unbalanced: number | null;
}): string {
  const flows = `${wholeNumber(inflow)} opened, ${wholeNumber(outflow)} closed`;
  if (before === null) {
    const net = inflow - outflow;
    const way =
      net === 0
        ? 'As many were opened as closed'
        : `${wholeNumber(Math.abs(net))} more were ${net > 0 ? 'opened than closed' : 'closed than opened'}`;
    return `${way} (${flows}). What was open before is not held.`;
  }
  const growth = atEnd.open - before.open;
  const grew =
    growth === 0
      ? `As many open as at the end of ${monthName(before.month)}`
      : `${growth > 0 ? 'Growing' : 'Shrinking'}: ${wholeNumber(Math.abs(growth))} ${growth > 0 ? 'more' : 'fewer'} open than at the end of ${monthName(before.month)}`;
  const said = `${grew} (${flows}).`;
  if (unbalanced === null || unbalanced === 0) return said;
  return `${said} The file does not balance: ${wholeNumber(Math.abs(unbalanced))} ${unbalanced > 0 ? 'more' : 'fewer'} are open than opened and closed explain.`;
}
