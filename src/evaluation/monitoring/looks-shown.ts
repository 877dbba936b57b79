import { monthName } from '../../lib/calendar/month.ts';
import type { EvaluationResult, Look } from '../model.ts';

/** A look that is due, of one outcome of one group. */
export interface DueLook {
  group: string;
  measure: string;
  title: string;
  look: Look;
}

/** A look as it was kept. */
export interface KeptLook {
  group: string;
  measure: string;
  found: Pick<Look, 'month' | 'percent' | 'state'>;
  panelHash: string;
}

/** Every look whose figures are in, group by group. */
export const dueLooks = ({ outcomes }: Pick<EvaluationResult, 'outcomes'>): DueLook[] =>
  outcomes.flatMap(({ group, measure, title, role, looks }) =>
    role === 'context' ? [] : looks.map((look) => ({ group, measure, title, look })),
  );

/** Sentences about looks that were kept on other figures than they are found on now: the publisher restated months since. */
export function sayRestated(due: readonly DueLook[], kept: readonly KeptLook[], panelHash: string): string[] {
  return due.flatMap(({ group, measure, title, look }) => {
    const before = kept.findLast(
      (each) => each.group === group && each.measure === measure && each.found.month === look.month,
    );
    if (before === undefined || before.panelHash === panelHash) return [];
    const { percent, state } = before.found;
    return `${title} in ${group} was looked at for ${monthName(look.month)} before, on figures that were restated since: then ${percent.toFixed(1)}% and "${state}", now ${look.percent.toFixed(1)}% and "${look.state}".`;
  });
}

/** Heads of the table of looks. */
export const LOOK_HEADS = ['Look', 'Outcome', 'Gap', 'As much', 'Harm at', 'Benefit at', 'Rate from', 'State'];

/** The looks of one group as rows of a table. */
export function lookRows(due: readonly DueLook[], group: string): string[][] {
  return due
    .filter((each) => each.group === group)
    .map(({ title, look }) => [
      ...[look.month, title, percentOr(look.percent), `${look.asMuch.moved} of ${look.asMuch.of}`],
      ...[percentOr(look.harmAt), percentOr(look.benefitAt), look.rateFrom, look.state],
    ]);
}

const percentOr = (percent: number | null): string =>
  percent === null ? '–' : `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(0)}%`;
