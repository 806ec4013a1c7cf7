import type { PayloadRequest } from 'payload'

import { createDocument } from '@/src/engine/documents/createDocument'

import { notify, peopleById } from './notify'

export type NoteAbout = { slug: string; id: number; no: string }
/** `text` is what it says, `rich` how it looks. */
export type WrittenNote = {
  text: string
  rich: Record<string, unknown>
  mentions: readonly number[]
  due: string | null
  assignee: number | null
}

const beginning = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

/**
 * Writes a note about a record, with a next step where somebody is named for it, and tells whom it concerns: in the app and by mail, once,
 * each in his language, and only those who may open the record.
 */
export async function writeNote({
  req,
  about,
  note,
}: {
  req: PayloadRequest
  about: NoteAbout
  note: WrittenNote
}): Promise<{ id: number }> {
  const by = Number(req.user?.id)
  const { id } = await createDocument({
    req,
    slug: 'document-notes',
    data: { ...note, mentions: [...note.mentions], slug: about.slug, documentId: about.id, no: about.no, by },
    overrideAccess: true,
  })
  const author = req.user?.name ?? req.user?.email ?? ''
  const asked = note.assignee === by ? null : note.assignee
  const told = { req, related: { slug: about.slug, id: about.id }, text: { zh: beginning(note.text), en: beginning(note.text) } }
  await notify({
    ...told,
    people: await peopleById(req, [asked]),
    kind: 'nextStep',
    key: `note-${id}-step`,
    title: {
      zh: `${author} 请您跟进 ${about.no}，${note.due ?? ''}`,
      en: `${author} asks you to follow up ${about.no} by ${note.due ?? ''}`,
    },
  })
  await notify({
    ...told,
    people: await peopleById(
      req,
      note.mentions.filter((person) => person !== by && person !== asked),
    ),
    kind: 'mention',
    key: `note-${id}-mention`,
    title: { zh: `${author} 在 ${about.no} 的备注里提到您`, en: `${author} mentions you in a note on ${about.no}` },
  })
  return { id }
}
