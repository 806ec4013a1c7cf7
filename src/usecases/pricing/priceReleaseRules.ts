import type { PayloadRequest } from 'payload'

import { noContributions } from '@/src/domain/kernel/contributions'
import type { Finding } from '@/src/domain/kernel/decision'
import { documentNamed } from '@/src/domain/kernel/documentNamed'
import { idOf } from '@/src/domain/kernel/idOf'
import { roundPrice, toNumber } from '@/src/domain/kernel/money'
import { actorOf } from '@/src/engine/actor'
import { now } from '@/src/engine/clock'
import { isPriceReleasable, type PriceReleasable } from '@/src/engine/releasable'
import { priceReleaseKind } from '@/src/domain/pricing/priceReleaseKind'
import { defineDocument, rulesOf } from '@/src/engine/define'
import type { AnyDocument, Possibility, Role, Verb, VerbContext } from '@/src/engine/document'
import { findDocument } from '@/src/engine/documents/findDocument'
import type { Stored } from '@/src/engine/documents/stored'
import { below, noCheaper, unreleased, weighPrices } from '@/src/engine/guards/checkMinimumPrice'
import type { WeighedLine } from '@/src/engine/guards/weighedLine'
import { invalid } from '@/src/engine/inputFindings'
import { type Reason, withReason } from '@/src/engine/reason'
import { refuse } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { isVisible, storedDocument } from '@/src/engine/step'
import { authorsBehind } from '@/src/ledger/facts/contentAuthors'
import { priceReleasers } from '@/src/ledger/facts/priceReleases'
import { lockDocumentRow } from '@/src/ledger/locks'

import { notify, peopleById } from '../control/notify'
import { explainPriceRelease } from './explainPriceRelease'
import { standingRequest } from './standingRequest'
import { voidRelease } from './voidRelease'

type PriceRelease = Stored<'price-releases'>

const deciding: readonly Role[] = [...priceReleaseKind.editors, 'pmc', 'rd', 'engineering', 'auditor', 'admin']

/** The document a price release is asked for; null where nothing is named that has prices. */
function documentToPass(given: unknown): { slug: PriceReleasable; id: number } | null {
  const named = documentNamed(given)
  return named && isPriceReleasable(named.slug) ? { slug: named.slug, id: named.id } : null
}

type Waiting = { lines: WeighedLine[]; /** who wants these prices */ preparedBy: number | null }

/**
 * The lines of a document below their minimum that nobody has released, or those an open change of it makes cheaper; none where nothing is
 * released in this house.
 */
async function waitingLines(req: PayloadRequest, slug: PriceReleasable, doc: AnyDocument): Promise<Waiting> {
  const settings = await settingsOf(req)
  const { guards, pricesToRelease } = rulesOf(slug)
  const guarded = typeof guards.minimumPrice === 'function' ? guards.minimumPrice(doc) : guards.minimumPrice
  const preparedBy = idOf(doc.preparedBy)
  if (!guarded || settings.pricing.minimumPriceMode !== 'release') return { lines: [], preparedBy }
  const changed = await pricesToRelease?.({ req, doc, stored: doc, body: {}, actor: actorOf(req), settings, now: now(req) })
  const low = below(await weighPrices(req, changed?.doc ?? doc, settings))
  const cheaper = changed ? low.filter(({ line }) => !noCheaper(line, { stored: doc })) : low
  return { lines: await unreleased(req, cheaper), preparedBy: changed?.preparedBy ?? preparedBy }
}

/** An open request for the same prices answers instead of a second one. */
async function openRequest(req: PayloadRequest, { document }: Record<string, unknown>): Promise<number | null> {
  const named = documentToPass(document)
  if (!named || !(await isVisible({ req, ...named }))) return null
  await lockDocumentRow({ req, ...named })
  const stored = await storedDocument({ req, ...named })
  return standingRequest({ req, document: named, breaches: (await waitingLines(req, named.slug, stored)).lines })
}

/** Writes down every line below its minimum, with the price somebody is asked to let pass, and the version it was seen at. */
async function prepare(ctx: VerbContext<PriceRelease>): Promise<{ doc: PriceRelease; findings: Finding[] }> {
  const { req } = ctx
  const named = documentToPass(ctx.doc.document)
  const found = named ? await findDocument({ req, slug: named.slug, id: named.id, overrideAccess: !req.user }) : null
  if (!named || !found)
    return { doc: ctx.doc, findings: [invalid('document', 'document', named?.id ?? null, 'an order, quote, delivery or invoice')] }
  const { lines: waiting, preparedBy } = await waitingLines(req, named.slug, found)
  if (waiting.length === 0) refuse(req, { code: 'NOTHING_OPEN', facts: { document: found.no } })
  const doc: PriceRelease = {
    ...ctx.doc,
    document: { relationTo: named.slug, value: named.id },
    documentSlug: named.slug,
    documentId: named.id,
    documentNo: found.no,
    documentVersion: found.version,
    documentPreparedBy: preparedBy,
    customer: idOf(found['customer']),
    salesperson: idOf(found['salesperson']),
    department: idOf(found['department']),
    decision: null,
    lines: waiting.map(({ line, netUnitPrice, minimum }) => ({
      sourceLine: line.id,
      item: line.item,
      qty: line.qty,
      unit: line.unit,
      price: line.price ?? 0,
      netUnitPrice: toNumber(roundPrice(netUnitPrice)),
      minPrice: minimum ? toNumber(minimum.value) : 0,
      minSource: minimum?.source ?? 'fixed',
    })),
  }
  return { doc, findings: [] }
}

type Deciding = Omit<Possibility<PriceRelease>, 'today'>

const isEntitled = ({ actor }: Pick<Deciding, 'actor'>): boolean =>
  Boolean(actor?.roles.includes('generalManager') || actor?.sellBelowMinimum)

/** Whose own the prices are: of who prepared the document, asked for them, or, while four eyes is on, changed it. */
async function owners({ doc, req, settings }: Omit<Deciding, 'actor'>): Promise<Array<number | null>> {
  const authors = settings.orders.fourEyes ? await authorsBehind(req, { slug: doc.documentSlug, id: doc.documentId }) : []
  return [idOf(doc.documentPreparedBy), idOf(doc.preparedBy), ...authors]
}

const isOwn = async (asked: Deciding): Promise<boolean> => asked.actor !== null && (await owners(asked)).includes(asked.actor.id)

/** A named person decides: one who may sell below the minimum, and never who prepared the document. */
async function requireReleaser(ctx: VerbContext<PriceRelease, unknown>): Promise<void> {
  const { actor, doc, req } = ctx
  if (!actor) return
  const entitled = isEntitled(ctx)
  const releasers = entitled ? [] : (await priceReleasers(req, doc.documentPreparedBy)).map(({ name }) => name)
  if (!entitled) refuse(req, { code: 'NO_RELEASE_RIGHT', facts: { right: 'sellBelowMinimum', releasers, approvers: releasers } })
  if (await isOwn(ctx))
    refuse(req, {
      code: 'FOUR_EYES',
      facts: { no: doc.documentNo, preparedBy: actor.name ?? actor.email },
      remedy: { action: 'askColleague' },
    })
}

const decide = (
  verb: 'release' | 'reject',
  label: { zh: string; en: string },
  said: { zh: string; en: string },
): Verb<PriceRelease, Reason> => ({
  name: verb,
  label,
  roles: deciding,
  ...withReason,
  possible: async (asked) => isEntitled(asked) && !(await isOwn(asked)),
  waitsFor: async (asked) => {
    const own = await owners(asked)
    const releasers = await priceReleasers(asked.req, idOf(asked.doc.documentPreparedBy))
    return { people: releasers.filter(({ id }) => !own.includes(id)).map(({ name }) => name) }
  },
  run: async (ctx) => {
    await requireReleaser(ctx)
    const { doc, actor, now, req, body } = ctx
    const patch: Partial<PriceRelease> = {
      status: verb === 'release' ? 'released' : 'rejected',
      decision: body.reason,
      approvedBy: actor?.id ?? null,
      approvedAt: now.instant,
      lines: doc.lines,
    }
    return {
      patch,
      after: async (stored) =>
        notify({
          req,
          people: await peopleById(req, [idOf(doc.documentPreparedBy), idOf(doc.salesperson), idOf(doc.preparedBy)]),
          kind: 'releaseDecided',
          key: `price-release-${stored.id}-${stored.version}`,
          related: { slug: doc.documentSlug, id: doc.documentId },
          title: { zh: `${doc.documentNo} 的低价${said.zh}`, en: `The low price of ${doc.documentNo} is ${said.en}` },
          text: { zh: `原因：${body.reason}`, en: `Reason: ${body.reason}` },
        }),
    }
  },
})

/** 低价放行: lets named lines of a document pass below their minimum price, at the price seen or above. */
defineDocument<PriceRelease>({
  ...priceReleaseKind,
  prepare,
  existing: openRequest,
  contributions: noContributions,
  upstream: () => [],
  payerOf: () => undefined,
  absent: (doc) => doc,
  guards: { minimumPrice: false, credit: null, availability: null },
  verbs: {
    release: decide('release', { zh: '放行', en: 'Release' }, { zh: '已放行', en: 'released' }),
    reject: decide('reject', { zh: '驳回', en: 'Reject' }, { zh: '被驳回', en: 'rejected' }),
    explain: explainPriceRelease,
    void: voidRelease,
  },
})
