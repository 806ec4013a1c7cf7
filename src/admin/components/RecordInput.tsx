'use client'

import { useEffect, useState } from 'react'

type Choice = { id: number; code?: string; name?: string; specification?: string | null }

const known = new Map<string, Choice>()

const titleOf = (choice: Choice | undefined): string => (choice ? [choice.code, choice.name].filter(Boolean).join(' ') : '')

/** A record picked by typing its code or name: arrow keys choose, Enter takes, Escape leaves. */
export const RecordInput = ({
  value: id,
  onChange: setValue,
  slug,
  readOnly = false,
  placeholder,
  label,
  wrong = false,
}: {
  value: number | null | undefined
  onChange: (id: number | null) => void
  slug: string
  readOnly?: boolean
  placeholder: string
  label: string
  wrong?: boolean
}) => {
  const [typed, setTyped] = useState<string | null>(null)
  const [choices, setChoices] = useState<Choice[]>([])
  const [at, setAt] = useState(0)
  const [title, setTitle] = useState('')
  useEffect(() => {
    const key = `${slug}/${id}`
    const name = async (): Promise<void> => {
      if (!id) return setTitle('')
      const answer = known.has(key) ? null : await fetch(`/api/${slug}/${id}?depth=0`, { credentials: 'include' })
      if (answer?.ok) known.set(key, (await answer.json()) as Choice)
      setTitle(titleOf(known.get(key)))
    }
    void name()
  }, [id, slug])
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(() => {
      const search = async (): Promise<void> => {
        const where = typed
          ? `&where[or][0][code][like]=${encodeURIComponent(typed)}&where[or][1][name][like]=${encodeURIComponent(typed)}`
          : ''
        const answer = await fetch(`/api/${slug}?limit=12&depth=0&sort=code${where}`, { credentials: 'include' })
        if (answer.ok) setChoices(((await answer.json()) as { docs: Choice[] }).docs)
        setAt(0)
      }
      void search()
    }, 150)
    return () => clearTimeout(timer)
  }, [typed, slug])
  const take = (choice: Choice | undefined): void => {
    if (choice) {
      known.set(`${slug}/${choice.id}`, choice)
      setValue(choice.id)
    }
    setTyped(null)
  }
  return (
    <div className="line-grid__pick">
      <input
        aria-label={label}
        className={wrong ? 'is-wrong' : ''}
        disabled={readOnly}
        placeholder={readOnly ? '' : placeholder}
        value={typed ?? title}
        onChange={(event) => {
          setTyped(event.target.value)
          if (event.target.value === '') setValue(null)
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTimeout(() => setTyped(null), 150)}
        onKeyDown={(event) => {
          if (typed === null) return
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter' || event.key === 'Tab') take(choices[at])
          else if (event.key === 'Escape') setTyped(null)
          else return
          if (event.key !== 'Tab') event.preventDefault()
          event.stopPropagation()
        }}
      />
      {typed !== null && choices.length > 0 && (
        <ul role="listbox">
          {choices.map((choice, index) => (
            <li key={choice.id} role="option" aria-selected={index === at} onMouseDown={() => take(choice)}>
              <strong>{choice.code}</strong> {choice.name} <small>{choice.specification}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
