'use client'

import { useEffect, useState } from 'react'

import type { Alarm } from '@/src/questions/credit/releaseDesk'

import { ask } from '../../request/ask'
import { BucketBar, money } from '../credit/BucketBar'
import type { Say } from './desk'

type Position = { exposure: number; free?: number | null }

/** One alarmed object: what would be owed with this document, by how much too much, what is owed now, and who may release it. */
export const AlarmCard = ({ alarm, say, api, language }: { alarm: Alarm; say: Say; api: string; language: string }) => {
  const { object } = alarm
  const [now, setNow] = useState<Position | null>(null)
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const answer = await ask<Position>(`${api}/credit/${object.kind}/${object.id}`, { language })
      if (answer.ok && !gone) setNow(answer.body)
    }
    void load()
    return () => void (gone = true)
  }, [api, language, object.id, object.kind])
  const figures: Array<[string, number | null | undefined]> = [
    ['limit', alarm.limit],
    ['exposure', alarm.exposure],
    ['excess', alarm.excess],
    ['now', now?.exposure],
    ['free', now?.free],
  ]
  return (
    <article className={`releases__alarm releases__alarm--${alarm.state}`}>
      <header>
        <h3>{`${say(object.kind)} ${object.name}`}</h3>
        {alarm.kind === 'period' && (
          <span className="releases__late">{`${say('period')}: ${say('late')} ${alarm.document ?? ''} ${alarm.daysOpen ?? ''} ${say('days')}`}</span>
        )}
        <em>{alarm.releasedBy ? `${say('by')} ${alarm.releasedBy}` : say(alarm.state)}</em>
      </header>
      <dl>
        {figures.map(([word, value]) =>
          typeof value === 'number' ? (
            <div key={word} className={word === 'excess' ? 'is-alarming' : undefined}>
              <dt>{say(word)}</dt>
              <dd>{money(value)}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {alarm.buckets && <BucketBar buckets={alarm.buckets} exposure={alarm.exposure ?? 0} limit={alarm.limit} say={say} />}
      {alarm.comment && <p>{alarm.comment}</p>}
    </article>
  )
}
