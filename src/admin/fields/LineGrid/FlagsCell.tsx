'use client'

import { useField, useTranslation } from '@payloadcms/ui'

import { labelOf } from '@/src/domain/messages/labels'
import { changeFlags } from '@/src/domain/orders/requiredDepartments'

import type { CellProps } from './cells'

/** What is new about a line (part, structure, process …): the flags decide which departments review the order. */
export const FlagsCell = ({ path, label, readOnly }: CellProps) => {
  const { value, setValue } = useField<string[] | null>({ path })
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const given = Array.isArray(value) ? value : []
  const told = given.map((flag) => labelOf(flag, language)).join(language === 'zh' ? '、' : ', ')
  if (readOnly) return <span className="line-grid__told">{told}</span>
  const toggle = (flag: string): void => {
    const next = given.includes(flag) ? given.filter((other) => other !== flag) : [...given, flag]
    setValue(next.length > 0 ? next : null)
  }
  return (
    <details className="line-grid__more">
      <summary aria-label={label}>{told || '—'}</summary>
      <div>
        {changeFlags.map((flag) => (
          <label key={flag}>
            <input type="checkbox" checked={given.includes(flag)} onChange={() => toggle(flag)} /> {labelOf(flag, language)}
          </label>
        ))}
      </div>
    </details>
  )
}
