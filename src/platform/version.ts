/** Kept equal to package.json by a structure test. */
export const VERSION = '0.1.0';
