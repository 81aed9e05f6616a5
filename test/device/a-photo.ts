/** Bytes that begin as a JPEG does; `seed` makes another file of the same length. */
export function samplePhoto(bytes: number, seed = 1): Uint8Array<ArrayBuffer> {
  const photo = new Uint8Array(bytes);
  for (let place = 0; place < bytes; place += 1) photo[place] = (place * 31 + seed * 17 + (place >> 8)) & 0xff;
  photo.set([0xff, 0xd8, 0xff, 0xe0].slice(0, bytes));
  return photo;
}
