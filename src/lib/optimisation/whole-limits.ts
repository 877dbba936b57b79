/** How near a limit must be to a whole number to count as it: limits such as share × officers are reckoned in doubles. */
const ROUNDING = 1e-9;

/** The least whole number that is not below a limit. */
export const leastWhole = (limit: number): number => Math.ceil(limit - ROUNDING);

/** The most whole number that is not above a limit. */
export const mostWhole = (limit: number): number => Math.floor(limit + ROUNDING);
