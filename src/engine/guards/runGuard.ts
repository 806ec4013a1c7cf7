import type { PayloadRequest } from 'payload'

import { errorsIn, type Finding, type FindingCode } from '@/src/domain/kernel/decision'

import { actorOf } from '../actor'
import type { AnyDocument, DocumentRules } from '../document'
import type { Operation } from '../operation'
import { planOf } from '../posting/planOf'
import { settingsOf } from '../settings'
import { checkAvailability } from './checkAvailability'
import { checkCredit } from './checkCredit'
import { checkMinimumPrice } from './checkMinimumPrice'
import type { CheckInput } from './guardInput'

export type GuardName = 'minimumPrice' | 'creditLimit' | 'availability'

const guards: Record<GuardName, (input: CheckInput) => Promise<Finding[]>> = {
  minimumPrice: checkMinimumPrice,
  creditLimit: checkCredit,
  availability: checkAvailability,
}

const unsound: readonly FindingCode[] = ['INVALID_INPUT', 'PRICE_UNKNOWN', 'EXCHANGE_RATE_UNKNOWN']

/** Runs one guard on the planned postings. Findings are collected; `closeDecision` refuses them all at once. */
export async function runGuard({
  guard,
  req,
  rules,
  operation,
  doc,
}: {
  guard: GuardName
  req: PayloadRequest
  rules: DocumentRules
  operation: Operation
  doc: AnyDocument
}): Promise<void> {
  // nothing sound to check yet
  if (operation.incomplete || errorsIn(operation.findings).some(({ code }) => unsound.includes(code))) return
  const plan = await planOf({ req, rules, operation, doc })
  const settings = await settingsOf(req)
  operation.findings.push(...(await guards[guard]({ req, rules, operation, doc, plan, actor: actorOf(req), settings, now: operation.now })))
}
