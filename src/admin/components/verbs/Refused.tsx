'use client'

import type { Told } from '../../request/refusals'
import { ReleaseButtons } from './ReleaseButtons'
import '../save/save.css'

type RefusedProps = {
  slug: string
  id: number | string
  label: { zh: string; en: string }
  told: readonly Told[]
  language: 'zh' | 'en'
  onClose: () => void
}

/** Why a verb was refused, said until it is put right or put away, with what can be asked for so that it passes. */
export const Refused = ({ slug, id, label, told, language, onClose }: RefusedProps) => (
  <div className="save__told verb-refused" role="alert">
    <strong>{language === 'zh' ? `未能${label.zh}` : `${label.en}: refused`}</strong>
    <div>
      <ul tabIndex={0}>
        {told.map(({ message }, index) => (
          <li key={`${message}${index}`}>{message}</li>
        ))}
      </ul>
      <ReleaseButtons slug={slug} id={id} findings={told} language={language} onAsked={onClose} />
    </div>
    <button type="button" aria-label={language === 'zh' ? '关闭' : 'Close'} onClick={onClose}>
      ×
    </button>
  </div>
)
