'use client'

import { toast, useAuth } from '@payloadcms/ui'

import { releaseAsks, type Curable, releasesCuring } from '@/src/domain/control/releaseAsk'
import { releaseAskers } from '@/src/domain/people/crews'
import type { Person } from '@/src/domain/people/person'

import { AskingButton } from './AskingButton'
import { callVerb } from './callVerb'

type ReleaseButtonsProps = {
  slug: string
  id: number | string
  findings: readonly Curable[]
  language: 'zh' | 'en'
  onAsked?: () => void
}

/** What was refused may be asked for: a button for each release that would let it pass, for whoever may ask. */
export const ReleaseButtons = ({ slug, id, findings, language, onAsked }: ReleaseButtonsProps) => {
  const roles = (useAuth().user as Pick<Person, 'roles'> | null)?.roles ?? []
  if (!releaseAskers.some((role) => roles.includes(role))) return null
  return releasesCuring(findings).map((verb) => {
    const { label, asks } = releaseAsks[verb]
    const attempt = async (body: Record<string, unknown>, key: string) => {
      const answer = await callVerb({ slug, id, verb, body, language, key })
      if (!answer.ok) return answer
      toast.success([label[language], '✓', answer.created?.no].filter(Boolean).join(' '))
      onAsked?.()
      return answer
    }
    return <AskingButton key={verb} isMain {...{ slug, id, label, asks, language, attempt }} />
  })
}
