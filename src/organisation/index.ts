export type { Asset, Booking } from './book/book-rows.ts';
export { boroughsOn } from './boroughs-on.ts';
export type * from './model.ts';
export type * from './post-book.ts';
export { CENTRAL_NORTH } from './reference/central-north.ts';
export { RANKS } from './reference/ranks.ts';
export { groupBy } from './strength/group-by.ts';
export { wardKindOf } from './strength/ward-kind.ts';
export { wardStrengthOn } from './strength/ward-strength.ts';
