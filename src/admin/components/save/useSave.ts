'use client'

import { useConfig, useDocumentInfo, useForm, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { askNames, nameOf } from '@/src/admin/components/lookup/askLookup'
import { takeTyped } from '@/src/admin/components/lookup/useLeftBySave'
import { titleOf } from '@/src/domain/lookup/kinds'

import { type Told } from '../../request/refusals'
import { ask } from '../../request/ask'
import { entriesOf, withEntered } from '../entries'
import { valueAt } from '../fieldPath'
import { type Difference, differences, gridsIn, recordsIn } from './differences'
import { mergeSaved } from './mergeSaved'
import { addressOf, saveOnce } from './saveOnce'
import type { NameOf } from './spoken'
import { words } from './words'

type Row = Record<string, unknown>

export type SaveState =
  | { is: 'quiet' }
  | { is: 'saving' }
  | { is: 'saved'; warnings: readonly Told[] }
  /** says so until it is put right */
  | { is: 'failed'; told: ReadonlyArray<Told & { go?: () => void }> }
  | { is: 'conflict'; differences: readonly Difference[]; theirs: Row }

/** Saving a form: waits for look-ups under way, saves nothing that could not be read, and leaves everything where it is whatever happens. */
export function useSave(): {
  state: SaveState
  save: () => Promise<boolean>
  keepMine: () => Promise<boolean>
  takeTheirs: () => void
  close: () => void
} {
  const { id, collectionSlug = '', globalSlug, setData } = useDocumentInfo()
  const saving = { slug: globalSlug ?? collectionSlug, id, isSettings: Boolean(globalSlug) }
  const { getData, getFields, dispatchFields, setModified } = useForm()
  const { config, getEntityConfig } = useConfig()
  const router = useRouter()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [state, setState] = useState<SaveState>({ is: 'quiet' })

  const run = async (over: Row = {}): Promise<boolean> => {
    takeTyped()
    setState({ is: 'saving' })
    const entries = entriesOf(dispatchFields)
    await Promise.all([...entries.values()].map((entry) => entry.settled()))
    const unread = [...entries.values()].flatMap((entry) => entry.unread())
    if (unread.length > 0) {
      setState({ is: 'failed', told: unread.map(({ message, focus }) => ({ message, go: focus })) })
      unread[0]?.focus()
      return false
    }
    const sent = getFields()
    const data = withEntered(dispatchFields, { ...(getData() as Row), ...over })
    const outcome = await saveOnce({ ...saving, data, language })
    if ('unheard' in outcome) {
      setState({ is: 'failed', told: [{ message: words[outcome.unheard][language] }] })
      return false
    }
    if ('conflict' in outcome) return conflict(data)
    if ('refused' in outcome) {
      for (const entry of entries.values()) entry.refused?.(outcome.refused)
      const known = getFields()
      dispatchFields({
        type: 'ADD_SERVER_ERRORS',
        errors: outcome.refused.filter(({ path }) => path && path in known).map(({ path = '', message }) => ({ path, message, label: '' })),
      })
      setState({ is: 'failed', told: outcome.refused })
      return false
    }
    const { doc, warnings } = outcome.saved
    const merged = mergeSaved({ sent, now: getFields(), doc })
    for (const [name, entry] of entries) if (entry.rows) entry.saved?.((valueAt(doc, name) as Row[] | undefined) ?? [])
    setModified(merged.isModified)
    setState({ is: 'saved', warnings })
    if (!id && !globalSlug) {
      for (const entry of entries.values()) entry.movesTo?.(`${collectionSlug}/${doc.id}`)
      router.push(`${config.routes.admin}/collections/${collectionSlug}/${doc.id}`)
      return true
    }
    dispatchFields({ type: 'REPLACE_STATE', state: merged.state, optimize: false })
    setData(doc)
    return true
  }

  const conflict = async (mine: Row): Promise<boolean> => {
    const answer = await ask<Row>(addressOf(saving)).catch(() => null)
    if (!answer?.ok) {
      setState({ is: 'failed', told: [{ message: words.offline[language] }] })
      return false
    }
    const theirs = answer.body
    const fields = getEntityConfig(globalSlug ? { globalSlug } : { collectionSlug })?.fields ?? []
    const compared = { mine, theirs, fields, grids: gridsIn(fields) }
    const asked = [...recordsIn(compared)].map(([kind, ids]) => askNames(kind, [...ids]))
    await Promise.allSettled(asked) // a name that does not come is told as another one
    const titled: NameOf = (kind, record) => {
      const found = nameOf(kind, record)
      return found && titleOf(found)
    }
    setState({ is: 'conflict', theirs, differences: differences({ ...compared, language, nameOf: titled }) })
    return false
  }

  return {
    state,
    save: () => run(),
    keepMine: () => run(state.is === 'conflict' ? { version: state.theirs['version'] } : {}),
    takeTheirs: () => {
      for (const entry of entriesOf(dispatchFields).values()) entry.discard?.()
      setModified(false)
      setState({ is: 'quiet' })
      router.refresh()
    },
    close: () => setState({ is: 'failed', told: [{ message: words.conflict[language] }] }),
  }
}
