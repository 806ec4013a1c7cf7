import type { FieldHook, RichTextField, TextField } from 'payload'

import { knownPlaceholders } from '@/hooks/knownPlaceholders'
import { completeText, faultInText } from '@/src/domain/text/completeText'
import { acceptedPlaceholders, type TextPlace } from '@/src/domain/text/placeholders'
import { storeText } from '@/src/domain/text/storeText'

import { withOverrides } from './label'
import type { Label } from './label'
import { shortText } from './texts'

/** Imports and clients may send a text without marks, or the least of one with them. Nothing at all is absent, not an empty text. */
const takeText: FieldHook = ({ value }) => {
  if (typeof value === 'string') return value.trim() === '' ? null : storeText(value)
  return value && faultInText(value) === null ? completeText(value as Parameters<typeof completeText>[0]) : (value as unknown)
}

/**
 * A text with bold, italics, lists, tables and links. It is read by `readRichText` and shown by whoever prints, mails or lists it; a
 * text sent in its place is taken as paragraphs.
 */
export const richText = (
  name: string,
  label: Label,
  overrides: Partial<Omit<RichTextField, 'type' | 'name' | 'label'>> = {},
): RichTextField => withOverrides<RichTextField>({ name, type: 'richText', label, hooks: { beforeValidate: [takeText] } }, overrides)

const filledFrom = (place: TextPlace) => ({
  zh: `可用：${acceptedPlaceholders('zh', place)}`,
  en: `To be filled in: ${acceptedPlaceholders('en', place)}`,
})

const filledText = (
  place: TextPlace,
  name: string,
  label: Label,
  overrides: Partial<Omit<RichTextField, 'type' | 'name' | 'label'>> = {},
): RichTextField =>
  richText(name, label, {
    hooks: { beforeValidate: [takeText, knownPlaceholders(place)] },
    ...overrides,
    admin: { description: filledFrom(place), ...overrides.admin },
  })

/** A rich text of a sheet that its document fills in (`{{no}}`); a name no document can tell is refused. */
export const documentText = (
  name: string,
  label: Label,
  overrides: Partial<Omit<RichTextField, 'type' | 'name' | 'label'>> = {},
): RichTextField => filledText('sheet', name, label, overrides)

/** The same of a letter, which may lead to the customer's page. */
export const letterText = (name: string, label: Label): RichTextField => filledText('letter', name, label)

/** The same in one line without marks: the subject of a mail. */
export const documentLine = (name: string, label: Label): TextField =>
  shortText(name, label, { hooks: { beforeValidate: [knownPlaceholders('letter')] }, admin: { description: filledFrom('letter') } })
