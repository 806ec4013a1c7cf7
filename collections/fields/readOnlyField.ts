import type { Condition, Field, NumberField } from 'payload'

import type { Label } from './label'

/**
 * The same field, written only by the house itself: whoever comes from outside has the value dropped, the form shows it grey.
 * (Rules write it in their hooks, after field access has been applied.)
 */
export function readOnlyField<F extends Field>(field: F, shown: { condition?: Condition } = {}): F {
  const given = field as F & { access?: object; admin?: object }
  return {
    ...given,
    access: { ...given.access, create: () => false, update: () => false },
    admin: { ...given.admin, ...shown, readOnly: true },
  } as F
}

/** Such a field that is shown once something stands in it: a form that is begun does not tell what the house will write. */
export const onceWritten = <F extends Field & { name: string }>(field: F): F =>
  readOnlyField(field, { condition: (data) => !nothing.has(data?.[field.name]) })

const nothing: ReadonlySet<unknown> = new Set([undefined, null, ''])

/** A figure that is kept nowhere: the books tell it when the document is read. */
export const toldFigure = (name: string, label: Label): NumberField => ({
  name,
  type: 'number',
  label,
  virtual: true,
  admin: { readOnly: true },
})
