const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** Full-time equivalents as they are written: "122.5", "16", "0.333". */
export const fullTimeEquivalents = (value: number): string => NUMBER.format(value);
