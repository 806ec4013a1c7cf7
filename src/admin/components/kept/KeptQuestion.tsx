import type { TextFieldServerProps } from 'payload'

import { labelIn } from '@/src/domain/words/words'
import { keptQuestion } from '@/src/questions/control/keptQuestion'

import './kept.css'

const everything = { zh: '全部', en: 'everything' } as const

/** What a kept question asks, in the words of its screen. */
export const KeptQuestion = async ({ data, id, req, clientField }: TextFieldServerProps) => {
  const { report, question } = data as { report?: unknown; question?: unknown }
  if (id === undefined || typeof report !== 'string') return null
  const language = req.i18n.language === 'en' ? 'en' : 'zh'
  const said = await keptQuestion(req, { report, question: typeof question === 'string' ? question : '' })
  return (
    <div className="field-type kept">
      <span className="field-label">{labelIn(clientField.label, language)}</span>
      {said.length === 0 ? (
        everything[language]
      ) : (
        <dl>
          {said.map(({ label, value }, at) => (
            <div key={at}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
