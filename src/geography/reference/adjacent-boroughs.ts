/**
 * The pairs of London's boroughs, the City among them, that share a border on land: the lower code first, in order.
 *
 * Made by a script of a few lines: it reads the borough boundaries with `parseBoundaries` and prints
 * `adjacent(buildAreaIndex(boundaries))`. A test makes the list again from the file, where it is at hand. No tolerance of 0
 * to 10 m changes a pair.
 *
 * **The Thames.** In law boroughs meet in the middle of the river. The ONS draws them to the line of high water, so
 * boroughs with only the tidal river between them are in no pair, and thirteen more pairs face each other across it (a
 * test counts them in the ward file of 2014, which is drawn to mid-river). Land is what is asked for here: neighbours are
 * where crime or officers can go without a crossing. Southwark borders the City at the southern ends of its bridges.
 * @source Office for National Statistics, Local Authority Districts (May 2022) Boundaries UK. Contains National Statistics
 *   data © Crown copyright and database right. Contains OS data © Crown copyright and database right. Open Government
 *   Licence v3.0.
 */
export const ADJACENT_BOROUGHS: readonly (readonly [string, string])[] = [
  ['E09000001', 'E09000007'],
  ['E09000001', 'E09000012'],
  ['E09000001', 'E09000019'],
  ['E09000001', 'E09000028'],
  ['E09000001', 'E09000030'],
  ['E09000001', 'E09000033'],
  ['E09000002', 'E09000016'],
  ['E09000002', 'E09000025'],
  ['E09000002', 'E09000026'],
  ['E09000003', 'E09000005'],
  ['E09000003', 'E09000007'],
  ['E09000003', 'E09000010'],
  ['E09000003', 'E09000014'],
  ['E09000003', 'E09000015'],
  ['E09000004', 'E09000006'],
  ['E09000004', 'E09000011'],
  ['E09000005', 'E09000007'],
  ['E09000005', 'E09000009'],
  ['E09000005', 'E09000013'],
  ['E09000005', 'E09000015'],
  ['E09000005', 'E09000020'],
  ['E09000005', 'E09000033'],
  ['E09000006', 'E09000008'],
  ['E09000006', 'E09000011'],
  ['E09000006', 'E09000022'],
  ['E09000006', 'E09000023'],
  ['E09000006', 'E09000028'],
  ['E09000007', 'E09000014'],
  ['E09000007', 'E09000019'],
  ['E09000007', 'E09000033'],
  ['E09000008', 'E09000022'],
  ['E09000008', 'E09000024'],
  ['E09000008', 'E09000029'],
  ['E09000009', 'E09000013'],
  ['E09000009', 'E09000015'],
  ['E09000009', 'E09000017'],
  ['E09000009', 'E09000018'],
  ['E09000010', 'E09000014'],
  ['E09000010', 'E09000031'],
  ['E09000011', 'E09000023'],
  ['E09000012', 'E09000014'],
  ['E09000012', 'E09000019'],
  ['E09000012', 'E09000025'],
  ['E09000012', 'E09000030'],
  ['E09000012', 'E09000031'],
  ['E09000013', 'E09000018'],
  ['E09000013', 'E09000020'],
  ['E09000014', 'E09000019'],
  ['E09000014', 'E09000031'],
  ['E09000015', 'E09000017'],
  ['E09000016', 'E09000026'],
  ['E09000017', 'E09000018'],
  ['E09000018', 'E09000027'],
  ['E09000020', 'E09000033'],
  ['E09000021', 'E09000024'],
  ['E09000021', 'E09000027'],
  ['E09000021', 'E09000029'],
  ['E09000021', 'E09000032'],
  ['E09000022', 'E09000024'],
  ['E09000022', 'E09000028'],
  ['E09000022', 'E09000032'],
  ['E09000023', 'E09000028'],
  ['E09000024', 'E09000029'],
  ['E09000024', 'E09000032'],
  ['E09000025', 'E09000026'],
  ['E09000025', 'E09000030'],
  ['E09000025', 'E09000031'],
  ['E09000026', 'E09000031'],
  ['E09000027', 'E09000032'],
];
