/** Officer and day of a row, as rows held back of earlier files are known by. */
export const settleKey = (officer: string, day: string): string => `${officer.toUpperCase()} ${day}`;
