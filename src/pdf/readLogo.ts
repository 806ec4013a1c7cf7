import type { PayloadRequest } from 'payload'
import sharp from 'sharp'

import { bytesOfUpload } from '@/src/files/fileStore'
import { idOf } from '@/src/domain/kernel/idOf'
import { findDocument } from '@/src/engine/documents/findDocument'

/** The logo of the house as PNG, drawn anew from its pixels and no larger than paper needs; everybody who prints prints it. */
export async function readLogo(req: PayloadRequest, logo: unknown): Promise<Buffer | null> {
  const id = idOf(logo)
  const record = id === null ? null : await findDocument({ req, slug: 'pictures', id, overrideAccess: true })
  const file = record && (await bytesOfUpload({ req, kind: 'pictures', record }))
  return file ? sharp(file).resize(440, 176, { fit: 'inside', withoutEnlargement: true }).png().toBuffer() : null
}
