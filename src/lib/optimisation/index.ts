export { type SolvedHandOut, solveHandOut } from './solve-hand-out.ts';
