const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** Full-time equivalents as they are read: "122.5", "1,200"; a minus is a true one. */
export const sayNumber = (number: number): string => NUMBER.format(number).replace('-', '−');
