/** The wards of one borough, by code. */
export interface BoroughWards {
  boroughCode: string;
  boroughName: string;
  wards: readonly (readonly [code: string, name: string])[];
}
