/** Chance left beyond each three-sigma limit of a normal process. */
export const TAIL = 0.0013498980316300933;
/** Chance left beyond each two-sigma line. */
export const NEAR_TAIL = 0.022750131948179195;
