/** Which special-cause rule a point is part of, in the order in which one is named where several hold. */
export const SPECIAL_CAUSES = ['outside limits', 'trend', 'two of three', 'shift'] as const;
export type SpecialCause = (typeof SPECIAL_CAUSES)[number];

/** What a special cause says: high or low of the centre line, or for a trend rising or falling. */
export interface Mark {
  cause: SpecialCause;
  /** "up" for above the centre line or rising, "down" for below or falling. */
  way: 'up' | 'down';
}

/** Whether higher values are better (1), worse (-1) or neither (0). */
export type ImprovementDirection = 1 | 0 | -1;

export type PointType = 'common cause' | 'improvement' | 'concern' | 'neutral high' | 'neutral low';

/** Centre line and limits that hold over a stretch of points, in the unit of the values. */
export interface Limits {
  centre: number;
  lower: number;
  upper: number;
  /** Two thirds of the way to each limit. */
  lowerTwoThirds: number;
  upperTwoThirds: number;
}

/** A point of a chart with the lines it is judged by; the value is null where there is none. */
export interface JudgedPoint {
  value: number | null;
  limits: Limits;
  mark: Mark | null;
  type: PointType;
}
