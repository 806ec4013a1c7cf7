import type { ClientField, FieldState, FormState } from 'payload'
import { type ComponentType, createElement, isValidElement, type ReactElement, type ReactNode } from 'react'

import { isSentAsIs } from './elements'

type Given = Readonly<Record<string, unknown>>
/** What draws a field, beside what makes it this field. What is drawn comes by itself: an element may be told in two steps, and is none yet then. */
type Drawing = { part: ReactElement<Given>['type']; given: Given; within: string }

/**
 * The state of a form as a page is told it. The platform says of each field what it is drawn with, and its value twice; of most fields that follows
 * from the form and from what is stored: named are the fields that are drawn alike, those that hold what is stored, and of others their state.
 */
export type ToldForm = {
  alike: ReadonlyArray<Drawing & { names: string }>
  stored: string
  others: FormState
}

type Known = {
  /** what is stored, by the names of fields */
  data: Readonly<Record<string, unknown>>
  fields: ReadonlyMap<string, ClientField>
  /** what the platform puts around each field */
  around: ComponentType<{ path: string; children: ReactNode }>
}

type Drawn = { path: string; field: ClientField; schemaPath: string } & Readonly<Record<string, unknown>>

const key = 'field.admin.components.Field'
const words = (names: string): string[] => names.split(' ').filter(Boolean)
const text = (value: unknown): string => JSON.stringify(value) ?? ''

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && !(one instanceof Date) && !(other instanceof Date) && text(one) === text(other))

/** Figures, words and lists of them: nothing that is drawn itself. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null ? !('$$typeof' in value) && Object.values(value).every(isPlain) : typeof value !== 'function'

const isDrawn = (props: object): props is Drawn => 'path' in props && 'field' in props && 'schemaPath' in props

/** What a field is drawn with, where that follows from the form; null where it has to be told. */
function drawingOf(name: string, { customComponents = {} }: FieldState, { fields, around }: Known): Drawing | null {
  const { Field: condition, ...others } = customComponents
  if (Object.keys(others).length > 0 || !isValidElement<{ children?: ReactNode }>(condition) || condition.type !== around) return null
  const part = condition.props.children
  if (!isValidElement<object>(part) || part.key !== key || !isSentAsIs(part) || !isDrawn(part.props)) return null
  const { path, field, schemaPath, ...given } = part.props
  if (path !== name || !isPlain(given) || !schemaPath.endsWith(`.${name}`) || fields.get(schemaPath) !== field) return null
  return { part: part.type, given, within: schemaPath.slice(0, -name.length) }
}

const drawn = (name: string, { part, given, within }: Drawing, { fields, around }: Known): ReactNode =>
  createElement(around, {
    path: name,
    children: createElement(part, { key, ...given, path: name, field: fields.get(within + name), schemaPath: within + name }),
  })

const asStored = (name: string, { data }: Known): FieldState => ({ value: data[name], initialValue: data[name], lastRenderedPath: name })

const isStored = (name: string, state: FieldState, known: Known): boolean => {
  const stored = asStored(name, known)
  const names = Object.keys(stored)
  return (
    name in known.data &&
    Object.keys(state).length === names.length &&
    names.every((each) => each in state && isSame(state[each as keyof FieldState], stored[each as keyof FieldState]))
  )
}

export function toldForm(form: FormState, known: Known): ToldForm {
  const alike: Array<Drawing & { names: string }> = []
  const stored: string[] = []
  const others: FormState = {}
  for (const [name, state] of Object.entries(form)) {
    const drawing = name.includes(' ') ? null : drawingOf(name, state, known)
    const { customComponents: _drawn, ...rest } = state
    if (drawing) {
      const group = alike.find(
        ({ part, within, given }) => part === drawing.part && within === drawing.within && text(given) === text(drawing.given),
      )
      if (group) group.names += ` ${name}`
      else alike.push({ ...drawing, names: name })
    }
    const left = drawing ? rest : state
    if (!name.includes(' ') && isStored(name, left, known)) stored.push(name)
    else others[name] = left
  }
  return { alike, stored: stored.join(' '), others }
}

/** The same as the platform holds it. */
export function heardForm({ alike, stored, others }: ToldForm, known: Known): FormState {
  const form: FormState = { ...Object.fromEntries(words(stored).map((name) => [name, asStored(name, known)])), ...others }
  for (const { names, ...drawing } of alike)
    for (const name of words(names)) form[name] = { ...form[name], customComponents: { Field: drawn(name, drawing, known) } }
  return form
}
