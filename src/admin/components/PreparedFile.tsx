'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'

import { PreparedProgress } from '../views/reports/PreparedProgress'
import { usePreparing } from '../views/reports/usePreparing'

/** On the record of a prepared file: how far it is, its cancelling, and the file itself. */
export const PreparedFile = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'zh'
  const { api } = config.routes
  const { file, watch, cancel } = usePreparing({ api, language })
  useEffect(() => {
    if (id !== undefined) watch(Number(id))
  }, [id, watch])
  return file && <PreparedProgress file={file} api={api} language={language} onCancel={() => void cancel()} />
}
