/** A small hexagon before a line of a map's key, filled by a class of the map. */
export function HexSwatch({ name }: { name: string }) {
  return (
    <svg width="18" height="20" viewBox="-9 -10 18 20" aria-hidden="true" focusable="false">
      <path class={`w-swatch ${name}`} d="M0-9.5 8.2-4.7V4.7L0 9.5-8.2 4.7V-4.7Z" />
    </svg>
  );
}
