import type { Endpoint } from 'payload'
import sharp, { type Sharp } from 'sharp'

import { readLogo } from '@/src/pdf/readLogo'

const shapes: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  wide: (picture) => picture.resize(320, 96, { fit: 'inside', withoutEnlargement: true }),
  square: (picture) => picture.resize(64, 64, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } }),
}

/** `GET /api/public/logo/<wide|square>`: the logo of the company, for its log-in page and as the mark of its windows. Everybody may see it. */
export const companyLogo: Endpoint = {
  path: '/public/logo/:shape',
  method: 'get',
  handler: async (req) => {
    const shape = shapes[String(req.routeParams?.['shape'])]
    if (!shape) return new Response(null, { status: 404 })
    const company = await req.payload.findGlobal({ slug: 'company', depth: 0, select: { logo: true }, overrideAccess: true, req })
    const logo = await readLogo(req, company.logo)
    if (!logo) return new Response(null, { status: 404 })
    const png = await shape(sharp(logo)).png().toBuffer()
    return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' } })
  },
}
