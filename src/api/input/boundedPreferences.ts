import type { Endpoint, PayloadRequest } from 'payload'

import type { Problem } from './judgeWhere'
import { refuseProblems } from './refuseProblems'

/** What a screen remembers of one person under one name: columns, widths, open groups. */
const longestKey = 200
const largestValue = 65_536

const key = { zh: `最多 ${longestKey} 个字符`, en: `at most ${longestKey} characters` }
const value = { zh: `最多 ${largestValue} 字节的 JSON`, en: `JSON of at most ${largestValue} bytes` }

function problemsIn(name: unknown, text: string): Problem[] {
  if (typeof name !== 'string' || name.length > longestKey || name.includes('\0')) return [{ path: 'key', value: name, accepted: key }]
  return Buffer.byteLength(text) > largestValue || text.includes('\\u0000') ? [{ path: 'value', accepted: value }] : []
}

const isKept = async (req: PayloadRequest, name: string): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: name } }, { 'user.value': { equals: req.user?.id } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}

/** The platform's own doors to preferences, with a limit to what goes in and 404 for what is not there. */
export const bounded = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: async (req) => {
    const name = req.routeParams?.['key']
    const text = endpoint.method === 'post' ? JSON.stringify(req.data ?? {}) : ''
    if (req.user) {
      refuseProblems(req, problemsIn(name, text))
      if (endpoint.method === 'delete' && !(await isKept(req, String(name))))
        return Response.json({ message: req.t('general:notFound') }, { status: 404 })
    }
    return endpoint.handler(req)
  },
})
