'use client'

import '../../fields/FileDrop/files.css'
import '../samples/gallery.css'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { ask } from '@/src/admin/request/ask'
import { recordPage } from '@/src/admin/components/recordPage'

import { OpenedViewer } from '../../components/viewer/OpenedViewer'
import { FileTile } from '../../fields/FileDrop/FileTile'
import type { Link as FileLink } from '../../fields/FileDrop/useAttached'
import { useAttached } from '../../fields/FileDrop/useAttached'
import { words as fileWords } from '../../fields/FileDrop/words'
import { type Attached, linksOf } from './linksOf'

const words = {
  none: { zh: '还没有附件。', en: 'Nothing is attached yet.' },
  add: { zh: '在单据下方拖入文件', en: 'Drop files at the foot of the document' },
  failed: { zh: '附件读取失败，请刷新再试。', en: 'The attachments could not be read: load the page again.' },
} as const

/** 附件: every file of the document, whatever field it hangs on; any looked into, also of a document that is closed. */
export const FilesTab = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const [links, setLinks] = useState<readonly FileLink[] | 'failed' | null>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const known = Array.isArray(links) ? links : []
  const { files, hidden } = useAttached(known)
  useEffect(() => {
    const leave = new AbortController()
    if (id === undefined || !collectionSlug) return
    const asked = ['attachments', 'drawings', 'pictures'].map((name) => `select[${name}]=true`).join('&')
    ask<Attached>(`/api/${collectionSlug}/${id}?depth=0&${asked}`, { signal: leave.signal })
      .then((answer) => setLinks(answer.ok ? linksOf(answer.body) : 'failed'))
      .catch(() => !leave.signal.aborted && setLinks('failed'))
    return () => leave.abort()
  }, [id, collectionSlug])
  if (links === null) return <div className="gallery" aria-busy />
  if (links === 'failed') return <p className="gallery">{words.failed[language]}</p>
  return (
    <div className="gallery">
      {links.length === 0 && (
        <p>
          {words.none[language]}{' '}
          <Link href={recordPage(config.routes.admin, collectionSlug ?? '', id ?? '')} prefetch={false}>
            {words.add[language]}
          </Link>
        </p>
      )}
      <ul className="file-drop__files">
        {files.map((file, index) => (
          <FileTile key={`${file.kind} ${file.id}`} file={file} language={language} onOpen={() => setOpened(index)} />
        ))}
      </ul>
      {hidden > 0 && <small>{fileWords.hidden[language]}</small>}
      <OpenedViewer files={files} start={opened} onClose={() => setOpened(null)} />
    </div>
  )
}
