import { inflateSync } from 'node:zlib';

const signatureLength = 8;

/**
 * The colour of a PNG's first pixel. All filters of the PNG format predict from pixels to the left and
 * above, of which the first has none: its bytes stand as they are.
 */
export function readPixel(png: Buffer): string {
  const data: Buffer[] = [];
  for (let at = signatureLength; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return `#${inflateSync(Buffer.concat(data)).toString('hex', 1, 4)}`;
}
