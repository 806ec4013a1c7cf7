import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'
import sharp from 'sharp'

import { uploadFolder } from '@/src/files/uploadFolder'
import { findDocuments } from '@/src/engine/documents/findDocuments'

/** Pictures as JPEG of at most so many pixels either way, by id; those this person may not read, or whose file is gone, are left out. */
export async function picturesById({
  req,
  ids,
  pixels,
}: {
  req: PayloadRequest
  ids: readonly number[]
  pixels: number
}): Promise<Map<number, Buffer>> {
  if (ids.length === 0) return new Map()
  const pictures = await findDocuments({ req, slug: 'pictures', where: { id: { in: [...new Set(ids)] } }, overrideAccess: false })
  const folder = uploadFolder('pictures')
  const files = new Map<number, Buffer>()
  for (const picture of pictures) {
    const file = picture.filename ? await readFile(path.resolve(folder, picture.filename)).catch(() => null) : null
    if (file)
      files.set(
        picture.id,
        await sharp(file).resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(), // prettier-ignore
      )
  }
  return files
}
