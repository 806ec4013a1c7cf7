import { createLocalReq, type Payload } from 'payload'

import { colourFault } from '@/src/domain/look/companyColour'
import { idOf } from '@/src/domain/kernel/idOf'

/** How the company shows itself to whoever opens its pages, logged in or not. */
export type CompanyLook = {
  name: string
  /** The addresses of its logo, as wide as it is and fitted into a square; null: it has none. */
  logo: { wide: string; square: string } | null
  colour: string | null
}

export async function companyLook(payload: Payload): Promise<CompanyLook> {
  const select = { name: true, logo: true, colour: true, version: true } as const
  const req = await createLocalReq({}, payload)
  const company = await payload.findGlobal({ slug: 'company', depth: 0, select, overrideAccess: true, req })
  const logo = idOf(company.logo)
  const address = (shape: string): string => `/api/public/logo/${shape}?v=${String(logo)}-${String(company.version ?? 1)}`
  return {
    name: company.name,
    logo: logo === null ? null : { wide: address('wide'), square: address('square') },
    colour: company.colour && colourFault(company.colour) === null ? company.colour : null,
  }
}
