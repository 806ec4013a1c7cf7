'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps, SelectFieldClient } from 'payload'

import { Pill } from '@/src/admin/components/pill/Pill'
import { labelIn } from '@/src/domain/words/words'

/** A state in a list, as the pill that it is everywhere. */
export const StateCell = ({ cellData, field }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  if (typeof cellData !== 'string' || cellData === '') return null
  const option = (field as SelectFieldClient).options.find((each) => typeof each === 'object' && each.value === cellData)
  const label = typeof option === 'object' ? option.label : cellData
  return <Pill value={cellData}>{labelIn(label, language, cellData)}</Pill>
}
