import type { ClientField, FormField, FormState } from 'payload'

export type Row = Readonly<Record<string, unknown>> & { readonly id: string }
export type Values = Record<string, unknown>

/** A stable id for a new row: the same 24 hex digits Payload gives; works without a secure context too. */
export const newRowId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const sameRow = (a: Row | undefined, b: Row): boolean => {
  if (!a) return false
  const keys = Object.keys(b)
  return keys.length === Object.keys(a).length && keys.every((key) => Object.is(a[key], b[key]))
}

/** The rows as the form holds them. A row that did not change keeps its identity, so that it is not drawn again. */
export function rowsIn({
  state,
  path,
  names,
  before,
}: {
  state: FormState
  path: string
  names: readonly string[]
  before: readonly Row[]
}): Row[] {
  const count = state[path]?.rows?.length ?? 0
  return Array.from({ length: count }, (_, index) => {
    const row: Values & { id: string } = { id: String(state[`${path}.${index}.id`]?.value ?? state[path]?.rows?.[index]?.id ?? index) }
    for (const name of names) row[name] = state[`${path}.${index}.${name}`]?.value ?? null
    const known = before[index]
    return known && sameRow(known, row) ? known : row
  })
}

const entered = (value: unknown, before?: FormField): FormField => {
  const { errorMessage: _gone, ...rest } = before ?? {}
  return { ...rest, value, initialValue: before?.initialValue ?? value, valid: true, passesCondition: true }
}

/** The form state of a new row: every plain field of a line, those not given empty. */
export function rowState({ fields, values, id }: { fields: readonly ClientField[]; values: Values; id: string }): FormState {
  const state: FormState = { id: entered(id) }
  for (const field of fields) {
    if (!('name' in field) || field.name === 'id' || field.type === 'array') continue
    state[field.name] = entered(values[field.name] ?? (field.type === 'checkbox' ? false : null))
  }
  return state
}

/** What has to be told the form so that a row holds these values. */
export const changedState = ({
  state,
  path,
  index,
  values,
}: {
  state: FormState
  path: string
  index: number
  values: Values
}): FormState =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${path}.${index}.${name}`, entered(value, state[`${path}.${index}.${name}`])]),
  )

/** What has to be told the form so that rows are appended. */
export function appendedState({
  state,
  path,
  fields,
  rows,
}: {
  state: FormState
  path: string
  fields: readonly ClientField[]
  rows: readonly Values[]
}): FormState {
  const list = state[path]
  const present = list?.rows ?? []
  const added = rows.map((values) => ({ id: newRowId(), values }))
  const told: FormState = {
    [path]: {
      ...list,
      disableFormData: true,
      valid: true,
      passesCondition: true,
      value: present.length + added.length,
      rows: [...present, ...added.map(({ id }) => ({ id }))],
    },
  }
  added.forEach(({ id, values }, offset) => {
    for (const [name, field] of Object.entries(rowState({ fields, values, id }))) told[`${path}.${present.length + offset}.${name}`] = field
  })
  return told
}
