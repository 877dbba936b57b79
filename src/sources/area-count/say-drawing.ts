import { canClose, crossesItself, type Drawing } from './drawing.ts';

/** How far a drawing is, and what comes next, in a sentence or two. */
export function sayDrawing(drawing: Drawing): string {
  const { done, corners } = drawing;
  const areas = done.length === 1 ? 'One area drawn' : `${done.length} areas drawn`;
  const before = done.length === 0 ? '' : `${areas}. `;
  if (corners.length === 0)
    return done.length === 0 ? 'No corner yet.' : `${before}A further corner begins another area.`;
  const count = corners.length === 1 ? 'One corner' : `${corners.length} corners`;
  if (!canClose(drawing)) return `${before}${count}: an area needs three.`;
  if (crossesItself(drawing)) return `${before}${count}: the outline crosses itself, so undo the last or add more.`;
  return `${before}${count}: close the area to draw another, or count.`;
}
