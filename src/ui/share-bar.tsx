export interface ShareBarProps {
  /** Share as a fraction of one. */
  share: number;
  /** Share of an average ward, marked by a tick. */
  average: number;
  /** Share at the right end: the same for every bar of a table. */
  full: number;
  width?: number;
}

/** A share as a bar from zero with a tick at the average. Decorative: the figure stands in the cell before it. */
export function ShareBar({ share, average, full, width = 104 }: ShareBarProps) {
  const x = (value: number) => (full > 0 ? (Math.min(value, full) / full) * width : 0);
  return (
    <svg class="w-inline" width={width} height={14} viewBox={`0 0 ${width} 14`} aria-hidden="true" focusable="false">
      <rect class="w-bar-bg" y={2} width={width} height={10} />
      <rect class="w-bar-fill" y={2} width={x(share).toFixed(1)} height={10} />
      <rect class="w-tick" x={Math.min(x(average), width - 1).toFixed(1)} y={0} width={2} height={14} />
    </svg>
  );
}
