import type { PayloadRequest } from 'payload'

import { errorsIn, type Finding, type FindingCode } from '@/src/domain/kernel/decision'

import { actorOf } from '../actor'
import type { AnyDocument, DocumentRules } from '../document'
import { isTakenDown, type Operation } from '../operation'
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
  const settings = await settingsOf(req)
  const judge = async (of: Operation, as: AnyDocument): Promise<Finding[]> => {
    const plan = await planOf({ req, rules, operation: of, doc: as })
    return guards[guard]({ req, rules, operation: of, doc: as, plan, actor: actorOf(req), settings, now: operation.now })
  }
  if (!isTakenDown(req)) return void operation.findings.push(...(await judge(operation, doc)))
  // judged as if it took what it asks for; it does not yet
  const { plan: _plan, ...asIf } = operation
  const found = await judge({ ...asIf, findings: [] }, { ...doc, heldBack: false })
  operation.findings.push(...found.map((finding) => ({ ...finding, severity: 'warning' as const })))
}
