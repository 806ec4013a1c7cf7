import type { FieldHook, RichTextField, TextField } from 'payload'

import { knownPlaceholders } from '@/hooks/knownPlaceholders'
import { acceptedPlaceholders } from '@/src/domain/text/placeholders'
import { storeText } from '@/src/domain/text/storeText'

import { withOverrides } from './label'
import type { Label } from './label'
import { shortText } from './texts'

/** Imports and clients may send a text without marks. Nothing at all is absent, not an empty text. */
const takeText: FieldHook = ({ value }) => (typeof value === 'string' ? (value.trim() === '' ? null : storeText(value)) : value)

/**
 * A text with bold, italics, lists, tables and links. It is read by `readRichText` and shown by whoever prints, mails or lists it; a
 * text sent in its place is taken as paragraphs.
 */
export const richText = (
  name: string,
  label: Label,
  overrides: Partial<Omit<RichTextField, 'type' | 'name' | 'label'>> = {},
): RichTextField => withOverrides<RichTextField>({ name, type: 'richText', label, hooks: { beforeValidate: [takeText] } }, overrides)

const filledFrom = {
  zh: `可用：${acceptedPlaceholders('zh')}`,
  en: `To be filled in: ${acceptedPlaceholders('en')}`,
}

/** A rich text that a document fills in (`{{no}}`); a name no document can tell is refused. */
export const documentText = (
  name: string,
  label: Label,
  overrides: Partial<Omit<RichTextField, 'type' | 'name' | 'label'>> = {},
): RichTextField =>
  richText(name, label, {
    hooks: { beforeValidate: [takeText, knownPlaceholders] },
    ...overrides,
    admin: { description: filledFrom, ...overrides.admin },
  })

/** The same in one line without marks: the subject of a mail. */
export const documentLine = (name: string, label: Label): TextField =>
  shortText(name, label, { hooks: { beforeValidate: [knownPlaceholders] }, admin: { description: filledFrom } })
