import type { Wish } from '@/src/domain/quotes/judgeWish'

/** What came: the wish, and what else the form says. Null: it is none. */
export type Sent = { wish: Wish; isPreview: boolean; isForm: boolean; language: unknown }

const MOST_LINES = 1000

/** A form of the page: lines are taken by their box, their quantity chosen among the offers or typed. */
function ofForm(text: string): Sent {
  const form = new URLSearchParams(text)
  const lines = form
    .getAll('take')
    .slice(0, MOST_LINES)
    .map((quoteLine) => {
      const pick = form.get(`pick.${quoteLine}`)
      const qty = pick === null || pick === 'other' ? form.get(`qty.${quoteLine}`) : pick
      return { quoteLine, qty, date: form.get(`date.${quoteLine}`) }
    })
  const wish = { lines, name: form.get('name'), email: form.get('email'), remark: form.get('remark') }
  return { wish, isPreview: form.has('preview'), isForm: true, language: form.get('language') }
}

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

function ofJson(text: string): Sent | null {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(body)) return null
  const { lines: given, name, email, remark, dryRun, language } = body
  if (given !== undefined && (!Array.isArray(given) || given.length > MOST_LINES)) return null
  const lines = ((given ?? []) as unknown[]).map((line) => {
    const { quoteLine, qty, date } = isRecord(line) ? line : {}
    return { quoteLine: typeof quoteLine === 'string' ? quoteLine : '', qty, date }
  })
  return { wish: { lines, name, email, remark }, isPreview: dryRun === true, isForm: false, language }
}

/** Reads a confirmation by what it says it is: the page's own form, or JSON. */
export function readWish(kind: string, text: string): Sent | null {
  const [type = ''] = kind.toLowerCase().split(';', 1)
  if (type.trim() === 'application/x-www-form-urlencoded') return ofForm(text)
  return type.trim() === 'application/json' ? ofJson(text) : null
}
