export type PlantedBug = {
  readonly name: string;
  /** How somebody might come to write it. */
  readonly story: string;
  readonly patches: readonly { readonly file: string; readonly from: string; readonly to: string }[];
};
export const PLANTED_BUGS: readonly PlantedBug[] = [];
