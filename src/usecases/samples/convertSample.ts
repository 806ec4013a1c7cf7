import { z } from 'zod'

import type { Finding } from '@/src/domain/kernel/decision'
import { completeFeatures, missingForConversion } from '@/src/domain/samples/features'
import { featureTemplate } from '@/src/ledger/facts/samples'

import type { Verb } from '@/src/engine/document'
import { refusal, refuse } from '@/src/engine/refusal'
import { createDocument } from '@/src/engine/documents/createDocument'
import { readDocument } from '@/src/engine/documents/readDocument'
import type { SampleDocument } from './prepareSample'
import { itemOf } from './sampleItem'

const body = z.object({ code: z.string().trim().max(100).optional() })

/**
 * 转正式品号: the approved sample becomes an item that carries its features, drawings and pictures as they are now. Runs under the
 * lock of the sample: of two attempts the second is told which item there is. Everything missing is listed at once.
 */
export const convertSample: Verb<SampleDocument, z.infer<typeof body>> = {
  name: 'convert',
  label: { zh: '转正式品号', en: 'Convert to item' },
  roles: ['engineering', 'rd', 'salesManager', 'generalManager'],
  body,
  asks: [{ name: 'code', label: { zh: '正式品号', en: 'Item code' }, kind: 'text', required: true }],
  offered: (doc) => doc.status === 'approvedByCustomer',
  run: async (ctx) => {
    const { req, doc, settings, now } = ctx
    if (doc.formalItem || doc.status === 'converted') {
      const item = await readDocument({ req, slug: 'items', id: Number(doc.formalItem), overrideAccess: true })
      refuse(req, { code: 'ALREADY_CONVERTED', path: 'code', facts: { sample: doc.no, item: item.code, itemId: item.id } })
    }
    const code = ctx.body.code ?? ''
    const features = completeFeatures({ template: await featureTemplate(req, doc.category), entered: doc.features ?? [] })
    const missing = missingForConversion({
      features,
      drawings: (doc.drawings ?? []).length,
      drawingRequired: settings.samples.drawingRequired,
      code,
    })
    const findings: Finding[] = []
    if (missing.length > 0)
      findings.push({
        code: 'CONVERSION_INCOMPLETE',
        severity: 'error',
        facts: { sample: doc.no, missing },
        remedy: { action: 'completeSample', facts: { missing } },
      })
    if (code && (await taken(ctx.req, code)))
      findings.push({ code: 'DUPLICATE', severity: 'error', path: 'code', facts: { field: 'code', value: code } })
    if (findings.length > 0) throw refusal(findings, req)
    const item = await createDocument({
      req,
      slug: 'items',
      data: { ...itemOf({ ...doc, features }), code, kind: 'goods', active: true, sample: doc.id },
      overrideAccess: true,
    })
    return {
      patch: { status: 'converted', statusSince: now.instant, formalItem: item.id, features },
      created: { slug: 'items', id: item.id, no: item.code },
    }
  },
}

async function taken(req: Parameters<typeof refuse>[0], code: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'items',
    where: { code: { equals: code } },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0
}
