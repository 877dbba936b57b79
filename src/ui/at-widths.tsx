import type { ComponentChildren } from 'preact';

export interface AtWidthsProps {
  /** Pixels to draw for pages under 360 px, for phones, and from 640 px. */
  tiny?: number;
  narrow?: number;
  wide: number;
  children: (width: number) => ComponentChildren;
}

/** Draws the same figure for three page widths; the stylesheet shows one, so text in it is never scaled. */
export function AtWidths({ tiny = 288, narrow = 328, wide, children }: AtWidthsProps) {
  return (
    <>
      <div class="w-tiny">{children(tiny)}</div>
      <div class="w-narrow">{children(narrow)}</div>
      <div class="w-wide">{children(wide)}</div>
    </>
  );
}
