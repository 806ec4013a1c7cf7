import { readFile } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'
import sharp from 'sharp'

import { uploadFolder } from '@/src/files/uploadFolder'

type PictureDoc = { id: number; filename?: string | null }

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
  const { docs } = await req.payload.find({
    collection: 'pictures',
    where: { id: { in: [...new Set(ids)] } },
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const folder = uploadFolder('pictures')
  const files = new Map<number, Buffer>()
  for (const picture of docs as unknown as PictureDoc[]) {
    const file = picture.filename ? await readFile(path.resolve(folder, picture.filename)).catch(() => null) : null
    if (file)
      files.set(
        picture.id,
        await sharp(file).resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer(), // prettier-ignore
      )
  }
  return files
}
