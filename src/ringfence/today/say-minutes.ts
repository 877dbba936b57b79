/** Minutes as hours and minutes that stay on one line: "1 h 10 m", "45 m", "8 h". */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours}\u00a0h`] : []), ...(rest > 0 || hours === 0 ? [`${rest}\u00a0m`] : [])];
  return parts.join('\u00a0');
}
