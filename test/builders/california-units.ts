import type { PredictedUnit } from '../../src/lib/causal/predictors/index.ts';

const COLUMNS = { cigsale: 2, lnincome: 3, beer: 4, age15to24: 5, retprice: 6 } as const;

/**
 * States with cigarette sales of 1970 to 2000 and the seven predictors of Abadie, Diamond and Hainmueller (2010): means of
 * log income, retail price and share aged 15 to 24 over 1980 to 1988, of beer over 1984 to 1988, and sales of 1975, 1980
 * and 1988.
 * @param csv state, year, cigsale, lnincome, beer, age15to24, retprice, with a first line of names
 */
export function californiaUnits(csv: string): (PredictedUnit & { name: string })[] {
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));
  const names = [...new Set(rows.map(([name]) => name as string))].toSorted();
  return names.map((name) => {
    const own = new Map(rows.filter(([state]) => state === name).map((row) => [Number(row[1]), row]));
    const mean = (column: keyof typeof COLUMNS, from: number, to: number) => {
      const years = Array.from({ length: to - from + 1 }, (_, at) => Number(own.get(from + at)?.[COLUMNS[column]]));
      return years.reduce((sum, value) => sum + value, 0) / years.length;
    };
    const sales = [1975, 1980, 1988].map((year) => mean('cigsale', year, year));
    return {
      name,
      outcomes: Array.from({ length: 31 }, (_, at) => mean('cigsale', 1970 + at, 1970 + at)),
      predictors: [
        mean('lnincome', 1980, 1988),
        mean('retprice', 1980, 1988),
        mean('age15to24', 1980, 1988),
        mean('beer', 1984, 1988),
        ...sales,
      ],
    };
  });
}
