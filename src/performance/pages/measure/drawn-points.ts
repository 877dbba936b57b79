import type { ControlPoint } from '../../../ui/control-geometry.ts';
import type { ControlChart } from '../../charts/model.ts';

/** The points of a chart as they are drawn. */
export function drawnPoints({ points }: Pick<ControlChart, 'points'>): ControlPoint[] {
  return points.map(({ month, value, lines, mark, clear, doubtful }) => ({
    ...{ month, value, doubtful },
    lines: lines === null ? null : { average: lines.centre, lower: lines.lower, upper: lines.upper },
    special: mark === null ? null : clear ? 'clear' : 'maybe',
  }));
}

/** Where its stretches begin, and where the baseline of the last one ends; null where later points are not judged by it. */
export function drawnStretches({ points, segments }: Pick<ControlChart, 'points' | 'segments'>): {
  steps: { at: number; label: string }[];
  baselineEnd: number | null;
} {
  const steps = segments.slice(1).flatMap(({ from }) => {
    const at = points.findIndex(({ month }) => month >= from);
    return at > 0 ? [{ at, label: 'step change' }] : [];
  });
  const baseline = segments.at(-1)?.baseline ?? null;
  const end = baseline === null ? -1 : points.findLastIndex(({ month }) => month <= baseline.to);
  return { steps, baselineEnd: end >= 0 && end < points.length - 1 ? end : null };
}
