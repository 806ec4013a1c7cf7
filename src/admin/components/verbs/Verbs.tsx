'use client'

import { Button, toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'

import { releaseAsks } from '@/src/domain/control/releaseAsk'
import { leadingVerbs, type NextStep } from '@/src/domain/control/nextStep'
import type { LetterBefore } from '@/src/domain/text/letterBefore'
import type { Ask } from '@/src/domain/kernel/ask'

import { ask } from '../../request/ask'
import type { Told } from '../../request/refusals'
import { useIsAlive } from '../../useIsAlive'
import { States } from '../frame/States'
import { callVerb } from './callVerb'
import { withLetter } from './mailAsks'
import { confirmAddress, PrintButtons } from './PrintButtons'
import { Refused } from './Refused'
import { ReleaseButtons } from './ReleaseButtons'
import { VerbDialog } from './VerbDialog'

type Offered = { name: string; label: { zh: string; en: string }; asks?: readonly Ask[]; fixed?: Record<string, unknown> }
type Printed = { name: string; title: { zh: string; en: string }; mail: boolean }
export type HeadTold = { version: number; editable: boolean; next?: NextStep | null; verbs: Offered[]; prints?: Printed[] }
type Pressed = { verb: Offered; key: string }

/** Who writes to an address that is none of the customer's is asked whether he means it; what was typed stays. */
const withConfirmation = (verb: Offered, told: readonly Told[]): Offered =>
  told.some(({ code }) => code === 'FOREIGN_ADDRESS') && !verb.asks?.includes(confirmAddress)
    ? { ...verb, asks: [...(verb.asks ?? []), confirmAddress] }
    : verb

/**
 * The head of a document: where it stands, and the verbs this person may run on it now, the next step as the main button. They come with
 * the page, and wait until the form is saved.
 */
export const Verbs = ({ initial }: { initial: HeadTold | null }) => {
  const { id, collectionSlug, savedDocumentData } = useDocumentInfo()
  const modified = useFormModified()
  const isAlive = useIsAlive()
  const router = useRouter()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [offered, setOffered] = useState<HeadTold>(initial ?? { version: 0, editable: true, verbs: [] })
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const [told, setTold] = useState<readonly Told[]>([])
  const [refused, setRefused] = useState<Offered | null>(null)
  const [busy, setBusy] = useState(false)

  const load = useCallback(async () => {
    if (!id || !collectionSlug) return
    const answer = await ask<HeadTold>(`/api/${collectionSlug}/${id}/verbs`)
    if (answer.ok) setOffered(answer.body)
  }, [id, collectionSlug])
  // after a save the document has another version, and perhaps other verbs
  const stored = Number(savedDocumentData?.['version'] ?? 0)
  const saved = savedDocumentData?.['updatedAt'] as string | undefined
  useEffect(() => void load(), [load, saved])
  const [given, setGiven] = useState(initial)
  if (initial !== given) {
    setGiven(initial)
    if (initial) setOffered((before) => ({ ...(before.prints ? { prints: before.prints } : {}), ...initial }))
  }
  const main = leadingVerbs.find((name) => offered.verbs.some((verb) => verb.name === name))

  const run = async ({ verb, key }: Pressed, said: Record<string, unknown>): Promise<void> => {
    if (!id || !collectionSlug) return
    setBusy(true)
    setTold([])
    setRefused(null)
    const body = { ...(verb.fixed ?? { version: Math.max(offered.version, stored) }), ...said }
    const answer = await callVerb({ slug: collectionSlug, id, verb: verb.name, body, language, key })
    setBusy(false)
    if (!answer.ok) {
      setTold(answer.told)
      if (verb.asks) setPressed({ verb: withConfirmation(verb, answer.told), key: crypto.randomUUID() })
      else setRefused(verb)
      return
    }
    setPressed(null)
    toast.success(`${verb.label[language]} ✓`)
    for (const message of answer.warnings) toast.warning(message)
    // what was asked of others is told, and the work goes on here
    if (answer.created && !(verb.name in releaseAsks)) router.push(`/admin/collections/${answer.created.slug}/${answer.created.id}`)
    else if (verb.name !== 'mail') router.refresh() // the document changes in place
  }
  const press = (verb: Offered): void => {
    const now = { verb, key: crypto.randomUUID() }
    setTold([])
    setRefused(null)
    if (verb.asks && verb.asks.length > 0) setPressed(now)
    else void run(now, {})
  }

  /** A mail is asked for at once; whom it may go to and what it would say comes when it is there. */
  const write = async (mail: Offered): Promise<void> => {
    press(mail)
    const asked = `/api/${collectionSlug ?? ''}/${id ?? ''}/letter?name=${String(mail.fixed?.['name'] ?? '')}`
    const answer = await ask<LetterBefore>(asked, { language })
    if (!answer.ok) return
    const asks = withLetter(answer.body, language)
    setPressed((now) => (now && now.verb.asks === mail.asks ? { ...now, verb: { ...now.verb, asks } } : now))
  }

  if (!id || !collectionSlug) return null
  return (
    <div
      className={offered.editable ? 'verb-buttons' : 'verb-buttons verb-buttons--closed'}
      title={modified ? (language === 'zh' ? '请先保存修改' : 'Save your changes first') : ''}
    >
      <States isReadOnly={!offered.editable} next={offered.next ?? null} />
      {offered.prints?.map((print) => (
        <PrintButtons
          key={print.name}
          print={print}
          alone={offered.prints?.length === 1}
          address={`/api/${collectionSlug}/${id}/print?name=${print.name}&language=${language}`}
          language={language}
          onMail={(mail) => void write(mail)}
        />
      ))}
      {offered.verbs.map((verb) => (
        <Button
          key={verb.name}
          buttonStyle={verb.name === main ? 'primary' : 'secondary'}
          size="medium"
          margin={false}
          disabled={modified || busy || !isAlive}
          onClick={() => press(verb)}
        >
          {verb.label[language]}
        </Button>
      ))}
      {refused && !modified && (
        <Refused slug={collectionSlug} id={id} label={refused.label} told={told} language={language} onClose={() => setRefused(null)} />
      )}
      {pressed && (
        <VerbDialog
          slug={collectionSlug}
          id={id}
          label={pressed.verb.label}
          asks={pressed.verb.asks ?? []}
          language={language}
          busy={busy}
          told={told}
          onConfirm={(said) => void run(pressed, said)}
          onClose={() => setPressed(null)}
        >
          <ReleaseButtons slug={collectionSlug} id={id} findings={told} language={language} onAsked={() => setPressed(null)} />
        </VerbDialog>
      )}
    </div>
  )
}
