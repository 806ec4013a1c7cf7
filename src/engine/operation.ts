import type { PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'

import type { CreditAlarm } from '@/src/domain/credit/release'
import type { WeighedLine } from './guards/checkMinimumPrice'
import type { AnyDocument, VerbOutcome } from './document'
import type { PostingPlan } from './posting/planPostings'

/** All alarms of the document; `released` when somebody has released every one of them for what it asks now. */
export type CreditVerdict = { alarms: CreditAlarm[]; amount: string; released: boolean }

/** One write of one document on its way from the click to the books. */
export type Operation = {
  slug: string
  id: number | null
  verb: string
  body: Record<string, unknown>
  /** As stored, read after the lock. */
  stored: AnyDocument | null
  findings: Finding[]
  plan?: PostingPlan
  outcome?: VerbOutcome<AnyDocument>
  /** What the credit check found; absent when this step does not check credit. */
  credit?: CreditVerdict
  /** Why, as the person wrote it; part of the history. */
  reason?: string | undefined
  /** Lines below their minimum price that nobody has released; set by the check in release mode. */
  priceBreaches?: WeighedLine[]
}

type EngineContext = {
  operations?: Operation[]
  lastOperation?: Operation
  pendingVerbs?: Map<string, { verb: string; body: Record<string, unknown> }>
  forHouse?: boolean
}

/*
 * req.context is shared by every nested operation of a request, so it holds a stack: the innermost document being
 * written is on top. Verbs named for a document wait under its own key until that document's operation begins.
 */
const contextOf = (req: PayloadRequest): EngineContext => req.context as EngineContext

export function beginOperation(req: PayloadRequest, operation: Operation): Operation {
  const context = contextOf(req)
  context.operations = [...(context.operations ?? []), operation]
  return operation
}

/** The innermost operation on this kind of document. Throws when there is none: no write goes round the engine. */
export function currentOperation(req: PayloadRequest, slug: string): Operation {
  const operation = contextOf(req).operations?.at(-1)
  if (!operation || operation.slug !== slug) throw new Error(`A write of ${slug} went round the engine`)
  return operation
}

export function endOperation(req: PayloadRequest, slug: string): void {
  const context = contextOf(req)
  const last = context.operations?.at(-1)
  if (last?.slug !== slug) return
  context.operations = context.operations?.slice(0, -1) ?? []
  context.lastOperation = last
}

export function nameVerb({
  req,
  slug,
  id,
  verb,
  body,
}: {
  req: PayloadRequest
  slug: string
  id: number
  verb: string
  body: Record<string, unknown>
}): void {
  const context = contextOf(req)
  context.pendingVerbs ??= new Map()
  context.pendingVerbs.set(`${slug}/${id}`, { verb, body })
}

export function takeNamedVerb(req: PayloadRequest, slug: string, id: number): { verb: string; body: Record<string, unknown> } | undefined {
  const pending = contextOf(req).pendingVerbs
  const named = pending?.get(`${slug}/${id}`)
  pending?.delete(`${slug}/${id}`)
  return named
}

/**
 * Writes that follow from what a person did, but are not his own act (the approved order opens a work order of engineering): done in
 * his name in the history, without asking whether the document's editors include him.
 */
export async function forTheHouse<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  contextOf(req).forHouse = true
  try {
    return await work()
  } finally {
    contextOf(req).forHouse = false
  }
}

export const actsForHouse = (req: PayloadRequest): boolean => contextOf(req).forHouse === true
