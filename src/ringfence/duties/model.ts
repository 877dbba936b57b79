import type { PostClass, TimeSpan } from '../model.ts';

/** Contracted minutes of a day that leave, sickness or adjusted duties took: which of them is written nowhere. */
export interface Leave {
  id: number;
  officer: number;
  place: number;
  postClass: PostClass;
  day: string;
  /** 1 to 1440. */
  minutes: number;
  synthetic: boolean;
  version: number;
}

/** Days of a unit, or of one officer of it, that are to follow the post book. */
export interface DaysToFollow {
  unit: string;
  officer: number | null;
  firstDay: string;
  /** null: every day after the first. */
  lastDay: string | null;
}

/** One day of a pattern: a duty, or why there is none. */
export interface PatternDay {
  day: string;
  during: TimeSpan | null;
  /** One sentence; null where nothing stands in the way. */
  problem: string | null;
}
