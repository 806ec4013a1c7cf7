'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '../../request/ask'
import './outside.css'

type Kind = { slug: string; label: string; events: ReadonlyArray<{ event: string; label: string }> }

/** What a subscriber is told: a line for each kind of document, its steps by their words, and all of them at once. */
export const EventsField = ({ path }: { path: string }) => {
  const { value, setValue, showError, errorMessage } = useField<string[] | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [kinds, setKinds] = useState<readonly Kind[]>([])
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await ask<{ kinds: Kind[] }>('/api/webhooks/events', { language })
      if (answer.ok) setKinds(answer.body.kinds)
    }
    void load()
  }, [language])
  const chosen = new Set(value ?? [])
  const set = (events: readonly string[], isOn: boolean): void => {
    const next = new Set(chosen)
    for (const event of events) if (isOn) next.add(event)
    for (const event of events) if (!isOn) next.delete(event)
    setValue([...next].sort())
  }
  return (
    <div className="field-type events-field">
      <FieldLabel label={language === 'zh' ? '事件' : 'Events'} required path={path} />
      {showError && <p role="alert">{errorMessage}</p>}
      {kinds.map(({ slug, label, events }) => {
        const names = events.map(({ event }) => event)
        const isAll = names.every((event) => chosen.has(event))
        return (
          <fieldset key={slug} className={names.some((event) => chosen.has(event)) ? 'events-field__chosen' : undefined}>
            <legend>
              <label>
                <input type="checkbox" checked={isAll} onChange={() => set(names, !isAll)} /> {label}
              </label>
            </legend>
            <div>
              {events.map((one) => (
                <label key={one.event}>
                  <input type="checkbox" checked={chosen.has(one.event)} onChange={() => set([one.event], !chosen.has(one.event))} />{' '}
                  {one.label}
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}
