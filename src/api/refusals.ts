import type { AfterErrorHook, PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { sqlStateOf } from '@/src/db/transaction'
import { languageOf, spoken } from '@/src/engine/refusal'

type FieldError = { path?: string; message?: string; code?: string; label?: unknown }
type Answer = { errors?: Array<{ name?: string; message?: string; data?: { errors?: FieldError[] } | FieldError[] }> }

const spokenFinding = (finding: Finding, req: PayloadRequest): Finding => spoken([finding], req)[0] ?? finding

/**
 * What could not be read at all: JSON in an address or a form that is none, a value that only the database knew to be impossible (class 22,
 * data exception). The doors judge input by its fields before; this is the net below them.
 */
const isUnreadable = (error: Error, state: string | undefined): boolean =>
  (error instanceof SyntaxError && error.message.includes('JSON')) || error instanceof URIError || (state?.startsWith('22') ?? false)

/**
 * Root afterError: whatever Payload or the database refused is told in the form every other refusal has (code, path, facts).
 * Field errors become INVALID_INPUT, a value that must be unique DUPLICATE (409); what only the database's own guards
 * stopped is a conflict of two people, not a bug of theirs; everything else says nothing but the request's id.
 */
export const tellRefusals: AfterErrorHook = ({ error, req, result }) => {
  const answer = result as Answer | undefined
  const [first] = answer?.errors ?? []
  const given = first?.data
  // paths that may not be queried come as a list, refused fields under `errors`
  const fields = Array.isArray(given) ? given : given?.errors
  if (first && Array.isArray(fields) && fields.some(({ code }) => !code)) {
    const unique = new Set(['Value must be unique', req.t?.('error:valueMustBeUnique')])
    const errors = fields.map((field): FieldError | Finding => {
      if (field.code) return field
      const isDuplicate = unique.has(field.message ?? '')
      const facts = { field: field.path ?? '', ...(field.message ? { accepted: field.message } : {}) }
      const finding: Finding = {
        code: isDuplicate ? 'DUPLICATE' : 'INVALID_INPUT',
        severity: 'error',
        ...(field.path ? { path: field.path } : {}),
        facts,
      }
      return isDuplicate ? spokenFinding(finding, req) : { ...finding, message: field.message ?? spokenFinding(finding, req).message ?? '' }
    })
    const isConflict = errors.some(({ code }) => code === 'DUPLICATE')
    const message = errors.map((finding) => `${finding.path ?? ''} ${finding.message ?? ''}`.trim()).join('; ')
    return {
      response: { errors: [{ name: 'ValidationError', message, data: { ...(Array.isArray(given) ? {} : given), errors } }] } as never,
      status: isConflict ? 409 : 400,
    }
  }
  const state = sqlStateOf(error)
  if (state === '55P03' || state === '57014') {
    const busy = languageOf(req) === 'zh' ? '系统繁忙,请稍后重试' : 'The system is busy; please try again'
    return { response: { errors: [{ name: 'APIError', message: busy }] } as never, status: 409 }
  }
  if (isUnreadable(error, state)) {
    const finding: Finding = { code: 'INVALID_INPUT', severity: 'error', facts: {} }
    const errors = [spokenFinding(finding, req)]
    return { response: { errors: [{ name: 'ValidationError', message: errors[0]?.message, data: { errors } }] } as never, status: 400 }
  }
  const requestId = req.headers?.get('x-request-id')
  if (state && first && requestId)
    return { response: { errors: [{ name: 'Error', message: `Something went wrong (${requestId})` }] } as never, status: 500 }
  return undefined
}
