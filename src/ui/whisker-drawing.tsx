import { placeWhisker, type RatioRange, type WhiskerScale } from './whisker-scale.ts';

export interface WhiskerDrawingProps {
  scale: WhiskerScale;
  /** null: the lines of the scale alone, as in a row whose counts are too small. */
  range: RatioRange | null;
  /** Where the dot stands; null where there is none. */
  ratio: number | null;
  /** True where the range leaves out none: the dot is full. */
  clear: boolean;
}

const HEIGHT = 30;
const MIDDLE = HEIGHT / 2;

/** The range of one row on the scale of its table. What it shows is said in words in the same row. */
export function WhiskerDrawing({ scale, range, ratio, clear }: WhiskerDrawingProps) {
  return (
    <svg
      class="w-inline"
      width={scale.width}
      height={HEIGHT}
      viewBox={`0 0 ${scale.width} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      {scale.lines.map(({ ratio, x }) => (
        <path key={ratio} class={ratio === 1 ? 'w-none-line' : 'w-grid'} d={`M${x.toFixed(1)} 0V${HEIGHT}`} />
      ))}
      {range === null || ratio === null ? null : <Drawn scale={scale} range={range} ratio={ratio} clear={clear} />}
    </svg>
  );
}

function Drawn({
  scale,
  range,
  ratio,
  clear,
}: {
  scale: WhiskerScale;
  range: RatioRange;
  ratio: number;
  clear: boolean;
}) {
  const { from, to, dot, openLeft, openRight } = placeWhisker(scale, range, ratio);
  const [start, end] = [from.toFixed(1), to.toFixed(1)];
  return (
    <>
      <path class="w-range" d={`M${start} ${MIDDLE}H${end}`} />
      <path class="w-range" d={openLeft ? `M${start} ${MIDDLE}l6 -5m-6 5l6 5` : `M${start} ${MIDDLE - 5}v10`} />
      <path class="w-range" d={openRight ? `M${end} ${MIDDLE}l-6 -5m6 5l-6 5` : `M${end} ${MIDDLE - 5}v10`} />
      <circle class={clear ? 'w-clear' : 'w-maybe'} cx={dot.toFixed(1)} cy={MIDDLE} r={6} />
    </>
  );
}

/** The labels of the scale, over the column of whiskers. */
export function WhiskerAxis({ scale }: { scale: WhiskerScale }) {
  return (
    <svg
      class="w-inline"
      width={scale.width}
      height={18}
      viewBox={`0 0 ${scale.width} 18`}
      aria-hidden="true"
      focusable="false"
    >
      {scale.lines.map(({ ratio, x, label }) =>
        label === null ? null : (
          <text key={ratio} class="w-t-soft w-middle" x={x.toFixed(1)} y={14}>
            {label}
          </text>
        ),
      )}
    </svg>
  );
}

/** What the marks of the column mean. */
export function WhiskerKey() {
  return (
    <ul class="w-key">
      <li>
        <KeyMark class="w-clear" />
        clear of what years here usually bring
      </li>
      <li>
        <KeyMark class="w-maybe" />
        could be chance, or only the counts tell
      </li>
      <li>The bar is the range the true change could lie in (95%). ↑ ↓ show direction, not whether it is good.</li>
    </ul>
  );
}

function KeyMark({ class: name }: { class: string }) {
  return (
    <svg width="44" height="16" aria-hidden="true" focusable="false">
      <path class="w-range" d="M2 8H42M2 3v10M42 3v10" />
      <circle class={name} cx="22" cy="8" r="6" />
    </svg>
  );
}
