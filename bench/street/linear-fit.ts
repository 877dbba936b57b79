/** A straight line through points by least squares, and how much of their spread it explains. */
export interface LinearFit {
  slope: number;
  intercept: number;
  /** 1 when every point lies on the line. */
  rSquared: number;
}

/** @param points at least two, of different x */
export function linearFit(points: readonly { x: number; y: number }[]): LinearFit {
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const intercept = meanY - slope * meanX;
  const left = points.reduce((sum, { x, y }) => sum + (y - intercept - slope * x) ** 2, 0);
  const all = points.reduce((sum, { y }) => sum + (y - meanY) ** 2, 0);
  return { slope, intercept, rSquared: 1 - left / all };
}
