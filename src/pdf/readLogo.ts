import type { PayloadRequest } from 'payload'
import sharp, { type Sharp } from 'sharp'

import { bytesOfUpload } from '@/src/files/fileStore'
import { idOf } from '@/src/domain/kernel/idOf'
import { findDocument } from '@/src/engine/documents/findDocument'

/** How large the logo of the house is drawn: for paper, for its log-in page, as the mark of its windows. */
const sizes = {
  paper: (picture: Sharp) => picture.resize(440, 176, { fit: 'inside', withoutEnlargement: true }),
  wide: (picture: Sharp) => picture.resize(320, 96, { fit: 'inside', withoutEnlargement: true }),
  square: (picture: Sharp) => picture.resize(64, 64, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } }),
} as const

export type LogoSize = keyof typeof sizes
export const isLogoSize = (size: string): size is LogoSize => Object.hasOwn(sizes, size)

/** What was drawn last, by file and size: whoever asks again, as everybody at the log-in page may, costs a look-up and no drawing. */
const drawn = new Map<string, Promise<Buffer | null>>()
const mostKept = 8

/** The logo of the house as PNG, drawn anew from its pixels and no larger than it is needed; everybody who prints prints it. */
export async function readLogo(req: PayloadRequest, logo: unknown, size: LogoSize = 'paper'): Promise<Buffer | null> {
  const id = idOf(logo)
  const record = id === null ? null : await findDocument({ req, slug: 'pictures', id, overrideAccess: true })
  if (!record) return null
  // a file that is replaced is another version of its record
  const key = [record.id, record.updatedAt, record.filename, size].join('/')
  const known = drawn.get(key)
  if (known) return known
  const draw = async (): Promise<Buffer | null> => {
    const file = await bytesOfUpload({ req, kind: 'pictures', record })
    return file ? sizes[size](sharp(file)).png().toBuffer() : null
  }
  const drawing = draw()
  drawn.set(key, drawing)
  for (const old of [...drawn.keys()].slice(0, -mostKept)) drawn.delete(old)
  // what could not be read or drawn is tried again by the next who asks
  const file = await drawing.catch((error: unknown) => {
    drawn.delete(key)
    throw error
  })
  if (file === null) drawn.delete(key)
  return file
}
