import { createLocalReq, type ServerProps } from 'payload'

import { documentHead } from '@/src/questions/control/documentHead'

import { Verbs } from '../fields/opened'

type Props = ServerProps & { id?: number | string; slug: string }

/** The head of a document with its verbs, asked while the page is put together: nothing arrives later and moves what is there. */
export const VerbButtons = async ({ id, slug, payload, user, i18n }: Props) => {
  if (!id || !user) return null
  const req = await createLocalReq({ user, req: { i18n } as never }, payload)
  return <Verbs initial={await documentHead(req, slug, Number(id))} />
}
