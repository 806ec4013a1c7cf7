import { type AfterErrorHook, APIError, formatErrors, type PayloadRequest } from 'payload'

import type { Finding } from '@/src/domain/kernel/decision'
import { sqlStateOf } from '@/src/db/transaction'
import { type DatabaseTrouble, noteTrouble, troubleIn, troubleOf } from '@/src/db/trouble'
import { languageOf, spoken } from '@/src/engine/refusal'

type FieldError = { path?: string; message?: string; code?: string; label?: unknown }
type Answer = { errors?: Array<{ name?: string; message?: string; data?: { errors?: FieldError[] } | FieldError[] }> }

const spokenFinding = (finding: Finding, req: PayloadRequest): Finding => spoken([finding], req)[0] ?? finding

const troubles: Readonly<Record<DatabaseTrouble, { zh: string; en: string }>> = {
  unreachable: {
    zh: '数据库暂时无法访问，什么都没有保存，请稍后再试',
    en: 'The database cannot be reached at the moment; nothing was saved. Please try again shortly',
  },
  slow: {
    zh: '数据库没有及时回答，什么都没有保存，请稍后再试',
    en: 'The database took too long; nothing was saved. Please try again shortly',
  },
  readOnly: { zh: '数据库目前只能读取，什么都没有保存', en: 'The database can only be read at the moment; nothing was saved' },
  full: {
    zh: '数据库磁盘已满，什么都没有保存，请通知管理员',
    en: 'The database has no room left; nothing was saved. Please tell the administrator',
  },
  disk: {
    zh: '服务器磁盘已满或无法写入，什么都没有保存，请通知管理员',
    en: 'The disk of the server is full or cannot be written; nothing was saved. Please tell the administrator',
  },
  unknown: {
    zh: '保存时与数据库的连接中断，可能已保存，也可能没有：再试之前请先查看',
    en: 'The connection to the database was lost while saving: it may have been saved or not. Please look before you try again',
  },
}

/** One refusal as the answer of the door. */
const told = (refused: { name?: string; message: string | undefined; data?: Record<string, unknown> }, status: number) => ({
  response: { errors: [refused] },
  status,
})

/** Trouble of the database is nobody's mistake and no lack of rights: 503, what became of the work, and when to come again. */
function tellTrouble(error: unknown, req: PayloadRequest): ReturnType<AfterErrorHook> {
  const status = (error as { status?: number }).status ?? 500
  const isNobody = !req.user && (status === 401 || status === 403)
  const trouble = troubleIn(error) ?? (isNobody ? troubleOf(req) : null)
  if (!trouble) return undefined
  noteTrouble(error, req)
  req.responseHeaders = new Headers({ 'Retry-After': '5' })
  return told({ name: 'Unavailable', message: troubles[trouble][languageOf(req)] }, 503)
}

/**
 * What could not be read at all: JSON in an address or a form that is none, a value that only the database knew to be impossible (class 22,
 * data exception). The doors judge input by its fields before; this is the net below them.
 */
const isUnreadable = (error: Error, state: string | undefined): boolean =>
  (error instanceof SyntaxError && error.message.includes('JSON')) || error instanceof URIError || (state?.startsWith('22') ?? false)

/** Only an account that there is can be locked: it is refused in the words for one there is not. */
function asUnknown(req: PayloadRequest, inGraphql: Parameters<AfterErrorHook>[0]['graphqlResult']): ReturnType<AfterErrorHook> {
  const message = req.t('error:emailOrPasswordIncorrect')
  const answer = told({ message }, 401)
  return inGraphql ? { ...answer, graphqlResult: { ...inGraphql, message } } : answer
}

/**
 * Root afterError: whatever Payload or the database refused is told in the form every other refusal has (code, path, facts).
 * Field errors become INVALID_INPUT, a value that must be unique DUPLICATE (409); what only the database's own guards
 * stopped is a conflict of two people, not a bug of theirs; everything else says nothing but the request's id.
 */
export const tellRefusals: AfterErrorHook = ({ error, req, result, graphqlResult }) => {
  if (error.name === 'LockedAuth' || graphqlResult?.message === req.t?.('error:userLocked')) return asUnknown(req, graphqlResult)
  const trouble = tellTrouble(error, req)
  if (trouble) return trouble
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
      const value = isDuplicate && field.path ? req.data?.[field.path] : undefined
      const facts = {
        field: field.path ?? '',
        ...(typeof value === 'string' || typeof value === 'number' ? { value } : {}),
        ...(field.message ? { accepted: field.message } : {}),
      }
      const finding: Finding = {
        code: isDuplicate ? 'DUPLICATE' : 'INVALID_INPUT',
        severity: 'error',
        ...(field.path ? { path: field.path } : {}),
        facts,
      }
      return isDuplicate ? spokenFinding(finding, req) : { ...finding, message: field.message ?? spokenFinding(finding, req).message ?? '' }
    })
    const isConflict = errors.some(({ code }) => code === 'DUPLICATE')
    // what exists already names its field itself
    const message = errors
      .map(({ code, path, message: said = '' }) => (path && code !== 'DUPLICATE' ? `${path} ${said}` : said).trim())
      .join('; ')
    return told({ name: 'ValidationError', message, data: { ...(Array.isArray(given) ? {} : given), errors } }, isConflict ? 409 : 400)
  }
  const state = sqlStateOf(error)
  if (state === '55P03') {
    const busy =
      languageOf(req) === 'zh'
        ? '别人正在处理相关单据或物料，什么都没有保存，请稍后再试'
        : 'Somebody else is working on what this concerns; nothing was saved. Please try again shortly'
    return told({ name: 'APIError', message: busy }, 409)
  }
  if (isUnreadable(error, state)) {
    const finding: Finding = { code: 'INVALID_INPUT', severity: 'error', facts: {} }
    const errors = [spokenFinding(finding, req)]
    return told({ name: 'ValidationError', message: errors[0]?.message, data: { errors } }, 400)
  }
  const requestId = req.headers?.get('x-request-id')
  if (state && first && requestId) return told({ name: 'Error', message: `Something went wrong (${requestId})` }, 500)
  return undefined
}

/**
 * What one part of a larger answer (a document of a bulk, the end of a stream) says of an error: what the door would have answered had it been
 * asked for this alone. What is nobody's mistake goes to the log of the server.
 */
export async function answerTo(req: PayloadRequest, error: Error): Promise<{ status: number; errors: NonNullable<Answer['errors']> }> {
  const isTold = error instanceof APIError && error.status < 500
  const own = formatErrors(isTold ? error : new APIError('Something went wrong.'))
  const { status, response } = (await tellRefusals({ error, req, context: req.context, collection: undefined, result: own })) ?? {}
  const told = { status: status ?? (isTold ? error.status : 500), errors: ((response ?? own) as Answer).errors ?? [] }
  if (told.status >= 500) req.payload.logger.error({ err: error, msg: `A part of ${req.pathname}` })
  return told
}
