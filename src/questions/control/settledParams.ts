import type { PayloadRequest } from 'payload'

import type { Report } from '@/reports/kit/defineReport'

/** The parameters of a report that the house decides in its settings. */
export async function settledParams(req: PayloadRequest, { fromSettings }: Report): Promise<[string, string][]> {
  if (!fromSettings) return []
  const settings = await req.payload.findGlobal({ slug: fromSettings.global, depth: 0, overrideAccess: true, req })
  return Object.entries(fromSettings.params({ ...settings }))
}
