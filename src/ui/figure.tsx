import type { ComponentChildren } from 'preact';
import { SyntheticMark } from './synthetic-mark.tsx';

export interface FigureProps {
  /** A finding, not a topic: "Robbery: 49 in the year to February 2026". */
  title: string;
  /** Measure, unit and months. */
  sub?: ComponentChildren;
  /** Source and vintage, last. */
  source?: ComponentChildren;
  synthetic?: boolean;
  children: ComponentChildren;
}

/** A chart or map with its finding as title and its source last. */
export function Figure({ title, sub, source, synthetic = false, children }: FigureProps) {
  return (
    <figure class="w-figure">
      <figcaption>
        {title} {synthetic ? <SyntheticMark /> : null}
        {sub === undefined ? null : <span class="w-sub">{sub}</span>}
      </figcaption>
      {children}
      {source === undefined ? null : <p class="w-note">{source}</p>}
    </figure>
  );
}
