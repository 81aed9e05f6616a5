import { z } from 'zod';

/**
 * A place on the map that says which square it was and not at which door somebody stood: a point of a grid of about 100 m. What lies between
 * the points of the grid is refused everywhere, so that no device can ever store or send more.
 *
 * One step north is 0.0009° = 100 m. One step east is 0.0012°: 108 m on Lampedusa (35.5° N), 100 m in Rome, 91 m at the Brenner (47° N).
 * The step is the same everywhere, because a step that changed with the latitude would move a point that is rounded again.
 */
const LATITUDE_STEP = 9;
const LONGITUDE_STEP = 12;
/** Steps are whole ten-thousandths of a degree, so that every point has four decimals. */
const STEPS_PER_DEGREE = 10_000;

type Point = { readonly latitude: number; readonly longitude: number };

export const RoundedPoint = z
  .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
  .refine(isRounded, { error: 'PointTooExact' });
export type RoundedPoint = z.infer<typeof RoundedPoint>;

export const roundPoint = ({ latitude, longitude }: Point): RoundedPoint => ({
  latitude: toGrid(latitude, LATITUDE_STEP),
  longitude: toGrid(longitude, LONGITUDE_STEP),
});

// Adding 0 makes a zero of "minus zero", which JSON would not keep.
const toGrid = (degrees: number, step: number): number =>
  (Math.round((degrees * STEPS_PER_DEGREE) / step) * step) / STEPS_PER_DEGREE + 0;

function isRounded(point: Point): boolean {
  const { latitude, longitude } = roundPoint(point);
  return latitude === point.latitude && longitude === point.longitude;
}
