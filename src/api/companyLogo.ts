import type { Endpoint } from 'payload'

import { isLogoSize, readLogo } from '@/src/pdf/readLogo'

/** `GET /api/public/logo/<wide|square>`: the logo of the company, for its log-in page and as the mark of its windows. Everybody may see it. */
export const companyLogo: Endpoint = {
  path: '/public/logo/:shape',
  method: 'get',
  handler: async (req) => {
    const shape = String(req.routeParams?.['shape'])
    if (!isLogoSize(shape) || shape === 'paper') return new Response(null, { status: 404 })
    const company = await req.payload.findGlobal({ slug: 'company', depth: 0, select: { logo: true }, overrideAccess: true, req })
    const logo = await readLogo(req, company.logo, shape)
    if (!logo) return new Response(null, { status: 404 })
    return new Response(new Uint8Array(logo), { headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' } })
  },
}
