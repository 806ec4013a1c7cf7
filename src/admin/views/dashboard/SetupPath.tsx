'use client'
import { useEffect, useState } from 'react'

import type { setupPath, SetupStepName } from '@/src/domain/control/setupPath'

import { ask } from '../../request/ask'
import { tourWords } from '../../tour/tourWords'
import { DemonstrationInstead } from './DemonstrationInstead'
import { setupSpoken, setupWords } from './setupWords'
import './setupPath.css'

type Path = ReturnType<typeof setupPath>

const masters: ReadonlySet<SetupStepName> = new Set([
  'departments',
  'people',
  'secondPeople',
  'reviewers',
  'warehouses',
  'paymentTerms',
  'itemCategories',
  'items',
  'customerCategories',
  'customers',
  'exchangeRates',
])

/** There is none yet, so the form of a new one opens; where some lack something their list does. */
function placeOf(name: SetupStepName, missing: readonly string[]): string {
  const { to, there = to } = setupWords[name]
  if (missing.length > 0) return there
  return masters.has(name) ? `${to}/create` : to
}

/** An empty company is led: what its first order still needs, in order, with the place where each is done. Gone once an order was approved. */
export function SetupPath({ api, admin, language }: { api: string; admin: string; language: 'zh' | 'en' }) {
  const [path, setPath] = useState<Path | null>(null)
  useEffect(() => {
    void ask<Path>(`${api}/setup`, { language, waits: false }).then((answer) => setPath(answer.ok ? answer.body : null))
  }, [api, language])
  if (!path || path.begun) return null
  const say = setupSpoken[language]
  const next = path.steps.find(({ done, optional }) => !done && !optional)?.name
  return (
    <section className="setup-path" aria-labelledby="setup-path-title">
      <h2 id="setup-path-title">{say.title}</h2>
      <p>{path.ready ? say.ready : say.lead}</p>
      <ol>
        {path.steps.map(({ name, done, optional, missing }) => {
          const { title, why, to, file, lacks, named } = setupWords[name]
          const told = missing.map((one) => named?.[one]?.[language] ?? one)
          return (
            <li key={name} className={done ? 'is-done' : undefined} aria-current={name === next ? 'step' : undefined}>
              <span className="setup-path__mark" role="img" aria-label={done ? say.done : say.todo}>
                {done ? '✓' : ''}
              </span>
              <span>
                <b>{title[language]}</b>
                {optional && <small> {say.optional}</small>}
                <span className="setup-path__why">
                  {missing.length > 0 ? `${lacks?.[language] ?? say.missing}${say.colon}${told.join(say.between)}` : why[language]}
                </span>
              </span>
              {!done && (
                <span className="setup-path__ways">
                  <a href={`${admin}${placeOf(name, missing)}`}>{say.open}</a>
                  {file && <a href={`${admin}/import?kind=${file}`}>{say.file}</a>}
                  {name === 'firstOrder' && <a href={`${admin}${to}?tour=order`}>{tourWords.start[language]}</a>}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {path.empty && <DemonstrationInstead api={api} language={language} />}
    </section>
  )
}
