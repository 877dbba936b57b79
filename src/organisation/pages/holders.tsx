import { longDate } from '../../ui/long-date.ts';
import { Tag } from '../../ui/tag.tsx';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';
import type { Holder, SeatLine } from './seat-line.ts';

const AWAY = { absent: 'absent', 'adjusted-duties': 'adjusted duties' } as const;

/** Who is in a post, since when, and what of it is vacant until when. */
export function Holders({ line }: { line: SeatLine }) {
  const { holders, vacancy, post } = line;
  return (
    <>
      {holders.map((holder, index) => (
        <span key={`${holder.name} ${index}`} class="w-line">
          {holder.name}
          {holder.away === null ? null : (
            <>
              {' '}
              <Tag text={AWAY[holder.away]} />
            </>
          )}
          <small> {sayHolding(holder)}</small>
        </span>
      ))}
      {vacancy === 0 ? null : (
        <span class="w-line">
          <Tag text={vacancy === post.fullTimeEquivalents ? 'vacant' : `${fullTimeEquivalents(vacancy)} vacant`} />
          <small> {sayWhenFilled(line)}</small>
        </span>
      )}
    </>
  );
}

/** "since 1 May 2025, from Central East, 0.6 of full time". */
function sayHolding({ since, last, kind, fromUnit, fraction }: Holder): string {
  return [
    kind === 'acting' ? 'acting' : kind === 'rotation' ? 'on loan' : null,
    `since ${longDate(since)}`,
    last === null ? null : `until ${longDate(last)}`,
    fromUnit === null ? null : `from ${fromUnit}`,
    fraction === 1 ? null : `${fullTimeEquivalents(fraction)} of full time`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** Whoever is posted to it next, else the day that is expected. */
function sayWhenFilled({ next, post: { expectedFilled } }: SeatLine): string {
  if (next !== null) return `${next.name} from ${longDate(next.from)}`;
  return expectedFilled === null ? 'no day to be filled by' : `to be filled by ${longDate(expectedFilled)}`;
}
