/** Whether every draw of the calibrations is made, as for a release (`CALIBRATION=all`); a few are otherwise. */
export const CALIBRATION_ALL = process.env.CALIBRATION === 'all';
