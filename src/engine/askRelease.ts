import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { type Curable, type ReleaseAsk, releaseAsks, releasesCuring } from '@/src/domain/control/releaseAsk'
import { releaseAskers } from '@/src/domain/people/crews'

import { createDocument } from './documents/createDocument'
import { readDocument } from './documents/readDocument'
import type { AnyDocument, CreatedDocument, Verb } from './document'
import { rulesOf } from './define'
import type { PriceReleasable, Releasable } from './releasable'
import { takeStep } from './step'

const body = z.object({ remark: z.string().trim().max(2000).optional() })
type Asked = z.infer<typeof body>

type Request = { id: number; no: string }

/** The document that is to pass: the one itself, or the one it changes. */
type Of = (doc: AnyDocument) => number
const itself: Of = ({ id }) => id

/** Asks those who may release, with why it should pass; an open request takes the words and answers instead of a second one. */
const asking = <Slug extends string>({
  verb,
  slug,
  of,
  requests,
  offered,
  create,
}: {
  verb: ReleaseAsk
  slug: Slug
  of: Of
  requests: 'credit-releases' | 'price-releases'
  offered: NonNullable<Verb['offered']>
  create: (req: PayloadRequest, document: { relationTo: Slug; value: number }, remark: string | undefined) => Promise<Request>
}): Verb<AnyDocument, Asked> => ({
  name: verb,
  ...releaseAsks[verb],
  roles: releaseAskers,
  body,
  offered,
  createsOnly: true,
  run: async ({ req, doc, body: { remark } }) => {
    const document = { relationTo: slug, value: of(doc) }
    const open = await rulesOf(requests).existing?.(req, { document })
    if (open && remark) await takeStep({ req, slug: requests, id: open, verb: 'explain', body: { remark } })
    const request: Request = open
      ? await readDocument({ req, slug: requests, id: open, overrideAccess: true })
      : await create(req, document, remark)
    const created: CreatedDocument = { slug: requests, id: request.id, no: request.no }
    return { created }
  },
})

/** 申请信用放行: offered where an alarm needs a release and the document is not past its check. */
export const askRelease = (slug: Releasable, of: Of = itself): Verb<AnyDocument, Asked> =>
  asking({
    verb: 'ask-release',
    slug,
    of,
    requests: 'credit-releases',
    offered: (doc, { credit }) =>
      credit.action === 'release' && (doc['creditStatus'] === 'alarmed' || doc['creditStatus'] === 'notChecked'),
    create: (req, document, remark) =>
      createDocument({ req, slug: 'credit-releases', data: { document, ...(remark ? { remark } : {}) }, overrideAccess: true }),
  })

/** Whether the last check has met a minimum that nobody has let it pass since. */
const isLow = ({ checks }: AnyDocument): boolean =>
  Array.isArray(checks) && releasesCuring(checks as Curable[]).includes('ask-price-release')

/** 申请低价放行: offered where a save has met a minimum price that somebody may let it pass. */
export const askPriceRelease = (slug: PriceReleasable, of: Of = itself): Verb<AnyDocument, Asked> =>
  asking({
    verb: 'ask-price-release',
    slug,
    of,
    requests: 'price-releases',
    offered: (doc, { pricing }) => pricing.minimumPriceMode === 'release' && isLow(doc),
    create: (req, document, remark) =>
      createDocument({ req, slug: 'price-releases', data: { document, ...(remark ? { reason: remark } : {}) }, overrideAccess: true }),
  })
