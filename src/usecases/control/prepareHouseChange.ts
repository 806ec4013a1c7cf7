import type { FlattenedField } from 'payload'

import { changedFields, type HouseChange, proposedOfPerson, secondPersonAreas } from '@/src/domain/control/houseChange'
import { masterChanges } from '@/src/domain/control/masterChanges'
import { recordsIn, type ToldChange, toldChanges } from '@/src/domain/control/toldChanges'
import { isBusinessDate } from '@/src/domain/kernel/businessDate'
import { minuteOf } from '@/src/domain/kernel/instant'
import type { Finding } from '@/src/domain/kernel/decision'
import { idOf } from '@/src/domain/kernel/idOf'
import type { Language } from '@/src/domain/words/words'
import type { VerbContext } from '@/src/engine/document'
import { findRecords } from '@/src/engine/documents/findRecords'
import type { Stored } from '@/src/engine/documents/stored'
import { invalid } from '@/src/engine/inputFindings'
import { toldFields } from '@/src/engine/toldFields'

export type HouseChangeDocument = Stored<'house-changes'>

type Values = Record<string, unknown>
type Ctx = VerbContext<HouseChangeDocument, unknown>

const isRecord = (value: unknown): value is Values => value !== null && typeof value === 'object' && !Array.isArray(value)

export type Target = { name: string; values: Values; fields: readonly FlattenedField[] }

/** What is to be changed, as it stands now; null when it names nothing that can be. */
export async function targetOf(req: Ctx['req'], doc: Pick<HouseChange, 'kind' | 'person' | 'area'>): Promise<Target | null> {
  if (doc.kind === 'rights') {
    const id = idOf(doc.person)
    const [person] = id === null ? [] : await findRecords({ req, slug: 'users', where: { id: { equals: id } }, overrideAccess: true })
    if (!person) return null
    const rights = new Set<string>(proposedOfPerson)
    const fields = req.payload.collections.users.config.flattenedFields.filter(({ name }) => rights.has(name))
    return { name: String(person['name'] ?? person['email']), values: person, fields }
  }
  const area = secondPersonAreas.find((each) => each === doc.area)
  const settings = req.payload.globals.config.find(({ slug }) => slug === area)
  if (!area || !settings) return null
  const values: Values = { ...(await req.payload.findGlobal({ slug: area, depth: 0, overrideAccess: true, req })) }
  const fields = settings.flattenedFields.filter(({ name }) => !own.has(name))
  const { label } = settings
  return { name: isRecord(label) ? `${String(label['zh'])} ${String(label['en'])}` : area, values, fields }
}

/** The platform's own: whoever reads a record may send it back. */
const own = new Set(['id', 'version', 'globalType', 'createdAt', 'updatedAt'])

/** What is proposed, by the fields that really change; names nobody knows are told. */
export function proposed(target: Target, given: Values): { values: Values; unknown: string[] } {
  const known = new Set(target.fields.map(({ name }) => name))
  const named = Object.fromEntries(Object.entries(given).filter(([name]) => known.has(name)))
  const changed = changedFields(target.values, named)
  return {
    values: Object.fromEntries(changed.map((name) => [name, named[name]])),
    unknown: Object.keys(given).filter((name) => !known.has(name) && !own.has(name)),
  }
}

type ToldBoth = { path: string; before: unknown; after: unknown; message: { zh: string; en: string } }

/** Old and new of every field, in the words of the screen. */
export async function toldBoth(req: Ctx['req'], target: Target, values: Values): Promise<ToldBoth[]> {
  const changes = masterChanges(target.values, values)
  const fields = await toldFields(req, target.fields)
  const names = new Map<string, string>()
  for (const [kind, ids] of recordsIn(fields, changes))
    for (const record of await findRecords({ req, slug: kind, where: { id: { in: [...ids] } }, overrideAccess: true }))
      names.set(`${kind}/${record.id}`, [record['code'], record['name']].filter(Boolean).join(' '))
  const timeZone = process.env['TZ_BUSINESS'] || 'Asia/Shanghai'
  const told = (language: Language, path: string, before: unknown, after: unknown): string => {
    const one = [{ path, before, after }]
    const instant = (at: string): string => minuteOf({ instant: at, timeZone })
    const [change] = toldChanges(one, { fields, language, nameOf: (kind, of) => names.get(`${kind}/${of}`), instant })
    return change ? sentence(change) : path
  }
  return changes.map(({ path, before, after }) => ({
    path,
    before,
    after,
    message: { zh: told('zh', path, before, after), en: told('en', path, before, after) },
  }))
}

const sentence = ({ where, what, before, after }: ToldChange): string => `${where ? `${where} ` : ''}${what}: ${before} → ${after}`

/** An instant in UTC, as JSON tells one: two of them are compared as they stand. */
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(value) &&
  isBusinessDate(value.slice(0, 10))

/** Completes a proposal: what it is about, what it changes from what to what, and from when on. */
export async function prepareHouseChange(
  ctx: VerbContext<HouseChangeDocument>,
): Promise<{ doc: HouseChangeDocument; findings: Finding[] }> {
  const { req, actor, now } = ctx
  const doc: HouseChangeDocument = { ...ctx.doc, person: idOf(ctx.doc.person), date: String(ctx.doc.date).slice(0, 10) }
  const findings: Finding[] = []
  if (typeof doc.reason !== 'string' || doc.reason.trim() === '') findings.push(invalid('reason', 'reason', null, 'a reason'))
  if (doc.effectiveFrom && !isInstant(doc.effectiveFrom))
    findings.push(invalid('effectiveFrom', 'effectiveFrom', doc.effectiveFrom, '2026-12-01T00:00:00.000Z'))
  else if (doc.effectiveFrom && doc.effectiveFrom < now.instant)
    findings.push(invalid('effectiveFrom', 'effectiveFrom', doc.effectiveFrom, `≥ ${now.instant}`))
  if (doc.kind === 'rights' && actor && !actor.roles.includes('admin'))
    findings.push({ code: 'FORBIDDEN', severity: 'error', path: 'kind', facts: { roles: ['admin'] } })
  const target = await targetOf(req, doc)
  if (!target) {
    const [path, accepted] = doc.kind === 'rights' ? ['person', 'id of a user'] : ['area', secondPersonAreas.join(', ')]
    return { doc, findings: [...findings, invalid(path, path, doc.kind === 'rights' ? doc.person : doc.area, accepted)] }
  }
  const given = doc.values
  const { values, unknown } = proposed(target, isRecord(given) ? given : {})
  findings.push(...unknown.map((name) => invalid(`values.${name}`, name, name, target.fields.map((field) => field.name).join(', '))))
  if (Object.keys(values).length === 0 && unknown.length === 0)
    findings.push(invalid('values', 'values', given ?? null, 'at least one change'))
  return {
    findings,
    doc: {
      ...doc,
      reason: String(doc.reason ?? '').trim(),
      area: doc.kind === 'settings' ? doc.area : null,
      person: doc.kind === 'rights' ? doc.person : null,
      subject: target.name,
      values,
      changes: await toldBoth(req, target, values),
    },
  }
}
