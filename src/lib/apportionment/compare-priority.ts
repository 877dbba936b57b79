/**
 * Priority value d/√(x(x+1)) of the step from x officers to x + 1.
 * The step from none to one is before every other (infinite) in a ward with demand, and worth nothing without.
 */
export function priorityValue(demand: number, officers: number): number {
  if (officers === 0) return demand > 0 ? Number.POSITIVE_INFINITY : 0;
  return demand / Math.sqrt(officers * (officers + 1));
}

/** Square of the priority value, which orders in the same way and needs no root. */
function prioritySquared(demand: number, officers: number): number {
  if (officers === 0) return demand > 0 ? Number.POSITIVE_INFINITY : 0;
  return (demand * demand) / (officers * (officers + 1));
}

/** Relative difference below which doubles no longer decide; their own error here is under 4e-16. */
const NEAR = 1e-12;
/** Below this, squares lose digits to underflow and doubles no longer decide. */
const SMALL = 1e-280;

/**
 * Compares the priority values of two steps without rounding: above 0 when the first is higher, 0 when they are equal.
 * Doubles decide when they are clearly apart; otherwise whole-number arithmetic on the doubles' exact values does.
 * Two first officers (infinite priority) go by demand, which is the limit of Σ d²/(x + ε).
 * @param demandA whose share, a finite number from 0 to 1e150
 * @param officersA officers before the step, whole number ≥ 0
 */
export function comparePriority(demandA: number, officersA: number, demandB: number, officersB: number): number {
  const a = prioritySquared(demandA, officersA);
  const b = prioritySquared(demandB, officersB);
  const larger = Math.max(a, b);
  if (larger === Number.POSITIVE_INFINITY) return a === b ? demandA - demandB : a - b;
  if (larger > SMALL && Math.abs(a - b) > NEAR * larger) return a - b;
  if (demandA === 0 || demandB === 0) return demandA - demandB;
  return compareExactly(demandA, officersA, demandB, officersB);
}

/** Compares dA²·xB(xB+1) with dB²·xA(xA+1) as whole numbers. */
function compareExactly(demandA: number, officersA: number, demandB: number, officersB: number): number {
  const a = wholeAndPower(demandA);
  const b = wholeAndPower(demandB);
  let left = a.whole * a.whole * steps(officersB);
  let right = b.whole * b.whole * steps(officersA);
  const shift = 2 * (a.power - b.power);
  if (shift > 0) left <<= BigInt(shift);
  else right <<= BigInt(-shift);
  return left > right ? 1 : left < right ? -1 : 0;
}

const steps = (officers: number) => BigInt(officers) * BigInt(officers + 1);

const bits = new DataView(new ArrayBuffer(8));

/** A positive double as whole × 2^power, exactly (IEEE 754 binary64). */
function wholeAndPower(value: number): { whole: bigint; power: number } {
  bits.setFloat64(0, value);
  const pattern = bits.getBigUint64(0);
  const exponent = Number((pattern >> 52n) & 0x7ffn);
  const fraction = pattern & 0xfffffffffffffn;
  if (exponent === 0) return { whole: fraction, power: -1074 };
  return { whole: fraction | 0x10000000000000n, power: exponent - 1075 };
}
