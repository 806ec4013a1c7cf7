import { existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'

import { env } from '@/src/env/env'

/** Uploads lie under media/<slug> of the data folder, beside the embedded books; never in the database. */
export const uploadFolder = (slug: string): string => path.join(env.DATA_DIR, 'media', slug)

/**
 * Until 0.1.0 uploads lay in the working folder when DATA_DIR was not set. They are moved once, whole, before anybody reads one; where both
 * folders have files nothing is touched. Returns the kinds that were moved.
 */
export function moveFormerUploads({ from, kinds }: { from: string; kinds: readonly string[] }): string[] {
  return kinds.filter((kind) => {
    const former = path.join(from, kind)
    if (!existsSync(former) || existsSync(uploadFolder(kind))) return false
    mkdirSync(uploadFolder(''), { recursive: true })
    renameSync(former, uploadFolder(kind))
    return true
  })
}

/** A browser takes a file for what we say it is and nothing else, and runs nothing in it. */
export const safeHeaders = ({ headers }: { headers: Headers }): Headers => {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.set('Cache-Control', 'private, max-age=0, must-revalidate')
  return headers
}

/** The same for files a browser has no business showing: they are downloaded. */
export const downloadHeaders = ({ headers }: { headers: Headers }): Headers => {
  headers.set('Content-Disposition', 'attachment')
  return safeHeaders({ headers })
}
