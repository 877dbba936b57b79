/**
 * How many wards each London borough had in 2014 to 2018 and has since May 2022, counted in the Greater London
 * Authority's ward boundaries of 2014 (625 wards, the City as one) and the Office for National Statistics' of May 2022
 * (704, the City's 25 among them). A borough is the sum of all of its wards only if there are this many.
 */
export const WARD_COUNTS: readonly (readonly [boroughCode: string, wards2014: number, wards2022: number])[] = [
  ['E09000001', 1, 25], // City of London
  ['E09000002', 17, 19], // Barking and Dagenham
  ['E09000003', 21, 24], // Barnet
  ['E09000004', 21, 17], // Bexley
  ['E09000005', 21, 22], // Brent
  ['E09000006', 22, 22], // Bromley
  ['E09000007', 18, 20], // Camden
  ['E09000008', 24, 28], // Croydon
  ['E09000009', 23, 24], // Ealing
  ['E09000010', 21, 25], // Enfield
  ['E09000011', 17, 23], // Greenwich
  ['E09000012', 19, 21], // Hackney
  ['E09000013', 16, 21], // Hammersmith and Fulham
  ['E09000014', 19, 21], // Haringey
  ['E09000015', 21, 22], // Harrow
  ['E09000016', 18, 20], // Havering
  ['E09000017', 22, 21], // Hillingdon
  ['E09000018', 20, 22], // Hounslow
  ['E09000019', 16, 17], // Islington
  ['E09000020', 18, 18], // Kensington and Chelsea
  ['E09000021', 16, 19], // Kingston upon Thames
  ['E09000022', 21, 25], // Lambeth
  ['E09000023', 18, 19], // Lewisham
  ['E09000024', 20, 20], // Merton
  ['E09000025', 20, 24], // Newham
  ['E09000026', 21, 22], // Redbridge
  ['E09000027', 18, 18], // Richmond upon Thames
  ['E09000028', 21, 23], // Southwark
  ['E09000029', 18, 20], // Sutton
  ['E09000030', 17, 20], // Tower Hamlets
  ['E09000031', 20, 22], // Waltham Forest
  ['E09000032', 20, 22], // Wandsworth
  ['E09000033', 20, 18], // Westminster
];
