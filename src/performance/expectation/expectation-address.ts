/** What the page of expectations is asked for. */
export interface ExpectationWords {
  measure: string | null;
  place: string | null;
}

/** Address of the page of expectations, or with a format of its figures as a file. */
export function expectationAddress(
  { measure = null, place = null }: Partial<ExpectationWords> = {},
  format: 'csv' | 'json' | null = null,
): string {
  const words = [
    ...(measure === null ? [] : [`measure=${encodeURIComponent(measure)}`]),
    ...(place === null ? [] : [`area=${encodeURIComponent(place)}`]),
  ];
  const path = format === null ? '/performance/expectation' : `/performance/expectation.${format}`;
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}
