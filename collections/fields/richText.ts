import type { FieldHook, RichTextField } from 'payload'

import { storeText } from '@/src/domain/text/storeText'

import { withOverrides } from './label'
import type { Label } from './label'

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
