'use client'

import { RenderFields, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import type { ClientField, CollapsibleFieldClient, CollapsibleFieldClientProps } from 'payload'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { hiddenInHead, sectionsKey } from '@/src/domain/control/headSections'
import { labelIn } from '@/src/domain/words/words'

import { unfoldWanted } from '../../components/unfolding'
import { ask } from '../../request/ask'
import { summaryOf } from './summary'
import './sections.css'

type Props = Pick<CollapsibleFieldClientProps, 'indexPath' | 'parentPath' | 'parentSchemaPath' | 'path' | 'permissions' | 'readOnly'> & {
  field: Pick<CollapsibleFieldClient, 'fields'>
  /** the sections this person left open */
  unfolded: readonly string[]
}
type Section = { name: string; at: number; label: unknown; shown: ClientField[] }

const isSection = (field: ClientField): field is CollapsibleFieldClient => field.type === 'collapsible'

const sectionsOf = (fields: readonly ClientField[]): Section[] =>
  fields.filter(isSection).map((section, at) => ({
    name: String(section.admin?.custom?.['section'] ?? at),
    at,
    label: 'label' in section ? section.label : undefined,
    shown: section.fields.filter((field) => !('name' in field && hiddenInHead.has(field.name))),
  }))

/** What is folded and what is wrong in it; whoever leads to a place in it has it opened. */
const Fields = ({ isOpen, onWanted, label, children }: { isOpen: boolean; onWanted: () => void; label: string; children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null)
  const wanted = useRef(onWanted)
  useEffect(() => void (wanted.current = onWanted))
  useEffect(() => {
    const open = (): void => wanted.current()
    const element = place.current
    element?.addEventListener(unfoldWanted, open)
    return () => element?.removeEventListener(unfoldWanted, open)
  }, [])
  return (
    <div ref={place} className="head-sections__fields" role="group" aria-label={label} hidden={!isOpen}>
      {children}
    </div>
  )
}

/**
 * What is seldom typed in the head of a document, folded by question on one line beneath what is typed every day. Each says in a few words
 * what stands in it; what is wrong in it opens it. Who opens one finds it open in every document.
 */
export const HeadSections = ({ field, unfolded, indexPath = '', parentPath = '', parentSchemaPath = '', permissions, readOnly }: Props) => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(unfolded))
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(open)
  // of a document that is new nobody has done anything
  const sections = sectionsOf(field.fields).filter(({ name, shown }) => shown.length > 0 && (name !== 'record' || Boolean(id)))
  const told = useFormFields(([form]) =>
    JSON.stringify(
      sections.map(({ shown }) =>
        shown.map((each) => ('name' in each ? [form[each.name]?.value ?? null, form[each.name]?.valid === false] : [null, false])),
      ),
    ),
  )
  const values = JSON.parse(told) as Array<Array<[unknown, boolean]>>
  const set = (name: string, isOpen: boolean): void => {
    const next = new Set([...open].filter((each) => each !== name))
    if (isOpen) next.add(name)
    setOpen(next)
    setDrawn(new Set([...drawn, ...next]))
    void ask(`/api/payload-preferences/${sectionsKey}`, { send: { value: { open: [...next] } } }).catch(() => undefined) // it holds for this page all the same
  }
  return (
    <div className="head-sections">
      <p className="head-sections__names">
        {sections.map(({ name, label, shown }, at) => {
          const isOpen = open.has(name)
          const summary = summaryOf(shown, values[at]?.map(([value]) => value) ?? [], language)
          return (
            <button key={name} type="button" aria-expanded={isOpen} title={isOpen ? '' : summary} onClick={() => set(name, !isOpen)}>
              <b>{labelIn(label, language)}</b>
              {!isOpen && summary && <span>{summary}</span>}
            </button>
          )
        })}
      </p>
      {sections.map(({ name, at, label, shown }, nth) => {
        const isWrong = values[nth]?.some(([, wrong]) => wrong) ?? false
        const isOpen = open.has(name) || isWrong
        // what was drawn once stays, hidden: what is typed and not yet read is not lost
        return (
          (isOpen || drawn.has(name)) && (
            <Fields key={name} isOpen={isOpen} label={labelIn(label, language)} onWanted={() => flushSync(() => set(name, true))}>
              <RenderFields
                fields={shown}
                forceRender
                margins={false}
                parentIndexPath={`${indexPath}-${at}`}
                parentPath={parentPath}
                parentSchemaPath={parentSchemaPath}
                permissions={permissions ?? true}
                readOnly={readOnly ?? false}
              />
            </Fields>
          )
        )
      })}
    </div>
  )
}
