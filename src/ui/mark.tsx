/** Wardroom's mark: a hexagon holding a W. Decorative: the name always stands beside it. */
export function Mark() {
  return (
    <svg viewBox="-18 -20 36 40" width="36" height="40" aria-hidden="true" focusable="false">
      <path class="w-mark" d="M0-19 16.5-9.5V9.5L0 19-16.5 9.5V-9.5Z" />
      <path class="w-mark-w" d="M-10.4-6 -5.2 8 0-3 5.2 8 10.4-6" />
    </svg>
  );
}
