import type { ComponentChildren } from 'preact';

export interface PanelProps {
  title?: string;
  /** True where something stands in the way: a rule broken, no plan possible. */
  warn?: boolean;
  children: ComponentChildren;
}

/** A notice set apart from the text. */
export function Panel({ title, warn = false, children }: PanelProps) {
  return (
    <div class={warn ? 'w-panel w-panel--warn' : 'w-panel'}>
      {title === undefined ? null : <h2 class="w-h2">{title}</h2>}
      {children}
    </div>
  );
}
