import type { DutySoFar } from './minutes-on-ward.ts';

/** A duty from its start to its end: dark while on the ward, grey while away, empty until it comes. The words say the same. */
export function DutyBar({ soFar }: { soFar: DutySoFar }) {
  const { length, stretches } = soFar;
  return (
    <svg
      class="w-duty__bar"
      viewBox={`0 0 ${Math.max(length, 1)} 18`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {stretches.map(({ kind, from, to }) => (
        <rect
          key={from}
          class={kind === 'ward' ? 'w-bar-dark' : 'w-bar-away'}
          x={from}
          y={0}
          width={to - from}
          height={18}
        />
      ))}
    </svg>
  );
}
