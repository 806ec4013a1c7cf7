import path from 'node:path'

/** Uploads lie under media/<slug> of the data directory when one is set, else of the working directory; never in the database. */
export const uploadFolder = (slug: string): string => path.resolve(process.env.DATA_DIR ?? '.', 'media', slug)

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
