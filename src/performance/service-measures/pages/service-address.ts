/** Address of the page of the service, or of its figures as a file. */
export function serviceAddress(
  asked: { area: string | null; period: string | null; against: string | null },
  format: 'csv' | 'json',
): string {
  const words = (['area', 'period', 'against'] as const).flatMap((name) => {
    const value = asked[name];
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return `/performance/service.${format}${words.length === 0 ? '' : `?${words.join('&')}`}`;
}
