/** Minutes of rostered duty by what became of them: each minute is in exactly one. */
export interface HourParts {
  breach: number;
  unruled: number;
  exception: number;
  permitted: number;
  presumed: number;
  confirmed: number;
}

export type HourPart = keyof HourParts;

/** Time away first, so that it starts at one line in every row and can be compared; then time on the ward. */
export const HOUR_PARTS: readonly { part: HourPart; name: string }[] = [
  { part: 'breach', name: 'Breach' },
  { part: 'unruled', name: 'Away, not ruled' },
  { part: 'exception', name: 'Exception' },
  { part: 'permitted', name: 'Permitted' },
  { part: 'presumed', name: 'On the ward, presumed' },
  { part: 'confirmed', name: 'On the ward, confirmed' },
];

const HEIGHT = 20;
/** Below this many pixels nothing could be seen of a part that is there. */
const LEAST = 1.5;

export interface HoursBarProps {
  parts: HourParts;
  /** Minutes at the right end: the same for every bar of a table. */
  full: number;
  /** Pixels. */
  width: number;
}

/** Where hours went, as one bar. Decorative: its figures stand in the row. */
export function HoursBar({ parts, full, width }: HoursBarProps) {
  return (
    <svg
      class="w-inline"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      {placed(parts, full, width).map(({ part, x, length }) => (
        <Piece key={part} part={part} x={x} length={length} height={HEIGHT} />
      ))}
    </svg>
  );
}

/** Where each part lies in a bar, in pixels; parts of nothing are left out, and no part is too thin to be seen. */
export function placed(parts: HourParts, full: number, width: number): { part: HourPart; x: number; length: number }[] {
  if (!(full > 0)) return [];
  const room = width - 2;
  let x = 1;
  return HOUR_PARTS.flatMap(({ part }) => {
    if (parts[part] <= 0) return [];
    const length = Math.min(Math.max(LEAST, (parts[part] / full) * room), room + 1 - x);
    if (length <= 0) return [];
    const piece = { part, x, length };
    x += length;
    return [piece];
  });
}

function Piece({ part, x, length, height }: { part: HourPart; x: number; length: number; height: number }) {
  const hatched = part === 'exception' ? { fill: 'url(#w-hatch)' } : part === 'unruled' ? { fill: 'url(#w-dots)' } : {};
  return (
    <rect class={`w-hours-${part}`} x={x.toFixed(1)} y={1} width={length.toFixed(1)} height={height - 2} {...hatched} />
  );
}

/** The patterns that bars are filled with: once on each page that has any. */
export function HoursPatterns() {
  return (
    <svg class="w-defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="w-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="w-hatch-paper" width="6" height="6" />
          <rect class="w-hatch-line" width="3" height="6" />
        </pattern>
        <pattern id="w-dots" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect class="w-hatch-paper" width="5" height="5" />
          <circle class="w-hatch-dot" cx="2.5" cy="2.5" r="1.2" />
        </pattern>
      </defs>
    </svg>
  );
}

/** What the parts of the bars mean; only those that some bar has. */
export function HoursKey({
  shown,
  names = {},
}: {
  shown: readonly HourParts[];
  names?: Partial<Record<HourPart, string>>;
}) {
  const there = HOUR_PARTS.filter(({ part }) => shown.some((parts) => parts[part] > 0));
  return (
    <ul class="w-key">
      {there.map(({ part, name }) => (
        <li key={part}>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            <Piece part={part} x={0.5} length={21} height={15} />
          </svg>
          {names[part] ?? name}
        </li>
      ))}
    </ul>
  );
}
