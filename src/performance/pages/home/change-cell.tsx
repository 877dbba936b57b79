import { percent } from '../../../ui/percent.ts';
import type { Direction } from '../../model.ts';

const ARROWS: Record<Direction, readonly [arrow: string, word: string]> = {
  up: ['↑', 'up'],
  down: ['↓', 'down'],
  level: ['=', 'level'],
};

/** A change in per cent with its direction as an arrow, and in words for who cannot see it. */
export function ChangeCell({ percentChange, direction }: { percentChange: number; direction: Direction }) {
  const [arrow, word] = ARROWS[direction];
  return (
    <span class="w-nw">
      {percentChange < 0 ? '−' : ''}
      {percent(Math.abs(percentChange) / 100)} <span aria-hidden="true">{arrow}</span>
      <span class="govuk-visually-hidden">{word}</span>
    </span>
  );
}

/** The change of the whole force in per cent, whose direction is its own. */
export function ForceChange({ percentChange }: { percentChange: number }) {
  const direction = percentChange === 0 ? 'level' : percentChange > 0 ? 'up' : 'down';
  return <ChangeCell percentChange={percentChange} direction={direction} />;
}
