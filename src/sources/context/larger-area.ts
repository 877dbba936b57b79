const LARGER_AREA = /^([EWSNK]9[0-9]|E1[0-9]|K0[0-9])\d{6}$/;

/** Whether a code is of a region or country: London (E12000007), Inner London (E13000001), England (E92000001). */
export function isLargerArea(code: string): boolean {
  return LARGER_AREA.test(code);
}

export const LARGER_AREA_ROW = 'a total for London, part of it, or a country: no ward or borough';
