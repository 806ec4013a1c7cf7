import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'

import { loosenedCredit, type Terms } from '@/src/domain/credit/loosenedCredit'
import type { WordedFinding } from '@/src/domain/kernel/decision'
import { pricesTakeTwo } from '@/src/domain/pricing/pricesTakeTwo'
import { settingsOf } from '@/src/engine/settings'

import { refuseIfAny } from '@/src/engine/refusal'

type Asked = { id?: number | string; where?: unknown; data?: Record<string, unknown>; overrideAccess?: boolean }

/** The house itself (jobs, what a second person has approved, seeds) is not asked; a person is, while four eyes are required. */
const isAsked = async (req: PayloadRequest, asked: Asked): Promise<boolean> =>
  asked.overrideAccess !== true && req.payloadAPI !== 'local' && Boolean(req.user) && (await settingsOf(req)).orders.fourEyes

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

const limitWords = {
  zh: '放宽信用须由两人经手：请开信用额度调整单并由他人审核',
  en: 'Giving more credit takes two people: enter a credit limit, which somebody else approves',
}

/**
 * A limit on the card beside the credit limits that two people make: it is not raised, lifted or switched off there by one. `termsIn`
 * takes the terms out of a record.
 */
export const creditByTwo =
  (path: string, termsIn: (record: Record<string, unknown>) => Terms): CollectionBeforeOperationHook =>
  async ({ args, operation, req, collection }) => {
    const asked = args as Asked
    const changed = asked.data && isRecord(asked.data[path]) ? termsIn(asked.data) : null
    if (!changed || (operation !== 'create' && operation !== 'update') || !(await isAsked(req, asked))) return args
    const stored =
      operation === 'create' || asked.id === undefined // many at once are not edited at all
        ? {}
        : await req.payload.findByID({
            collection: collection.slug as CollectionSlug,
            id: asked.id,
            depth: 0,
            overrideAccess: true,
            disableErrors: true,
            req,
          })
    const given = loosenedCredit(termsIn({ ...stored }), changed)
    const findings = given.map((field): WordedFinding => ({
      code: 'FOUR_EYES',
      path: `${path}.${field}`,
      facts: { field: `${path}.${field}`, document: 'credit-limits' },
      remedy: { action: 'askColleague' },
      text: limitWords,
    }))
    refuseIfAny(req, findings)
    return args
  }

/** A price policy beside the price adjustments that two people make. */
export const pricesByTwo: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const writes = operation === 'create' || operation === 'update' || operation === 'delete'
  if (!writes || !(await isAsked(req, args as Asked))) return args
  refuseIfAny(req, [pricesTakeTwo])
  return args
}
