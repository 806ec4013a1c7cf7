import type { PayloadRequest } from 'payload'
import sharp from 'sharp'

import { bytesOfUpload } from '@/src/files/fileStore'
import { findDocuments } from '@/src/engine/documents/findDocuments'

/** Pictures as JPEG of at most so many pixels either way, by id; those this person may not read, or whose file is gone, are left out. */
export async function picturesById({
  req,
  ids,
  pixels,
  overrideAccess = false,
}: {
  req: PayloadRequest
  ids: readonly number[]
  pixels: number
  /** Whoever asks has been let in by another door: the holder of a link sees the pictures of what he is offered. */
  overrideAccess?: boolean
}): Promise<Map<number, Buffer>> {
  if (ids.length === 0) return new Map()
  const pictures = await findDocuments({ req, slug: 'pictures', where: { id: { in: [...new Set(ids)] } }, overrideAccess })
  const files = new Map<number, Buffer>()
  for (const picture of pictures) {
    const file = await bytesOfUpload({ req, kind: 'pictures', record: picture })
    if (file)
      files.set(
        picture.id,
        await sharp(file).resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(), // prettier-ignore
      )
  }
  return files
}
