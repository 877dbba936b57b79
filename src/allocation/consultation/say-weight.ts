import { percent } from '../../ui/percent.ts';

/** A weight, a share of 1, as a percentage: "25%", "12.5%". */
export const sayWeight = (weight: number): string => percent(weight).replace('.0%', '%');
