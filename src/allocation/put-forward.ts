import type { Both } from './model.ts';

/** Where no plan is in force, one is put forward for so many officers and PCSOs a ward, on average. */
export const PUT_FORWARD_FOR_EACH_WARD: Both = { dwo: 3, pcso: 1 };
