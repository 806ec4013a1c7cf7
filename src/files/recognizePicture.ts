import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

import type { Recognized } from './acceptFile'

const accepted = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'])

/** Larger pictures are decompression bombs, not photographs. */
const maxPixels = 100_000_000

/** A picture by its bytes, and only when it can be decoded: a header alone does not make one. */
export async function recognizePicture(bytes: Buffer): Promise<Recognized | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  if (!found || !accepted.has(found.mime)) return undefined
  const decodable = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .stats()
    .then(() => true)
    .catch(() => false)
  return decodable ? { ext: found.ext, mime: found.mime } : undefined
}
