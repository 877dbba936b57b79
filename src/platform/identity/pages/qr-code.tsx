import { encode } from 'uqr';

/** Light modules around the code; readers want four. */
const QUIET_ZONE = 4;

/**
 * A QR code, drawn on the server: one path of unit squares, without any style of its own.
 * @param text what a camera reads
 * @param label what a screen reader says instead
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="w-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
