export { type BackgroundWork, backgroundWork, type Repeat } from './background-work.ts';
export { repeatedly } from './repeatedly.ts';
