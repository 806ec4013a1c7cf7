'use client'
import { Button } from '@payloadcms/ui'

import type { Language } from '@/reports/kit/label'

import type { Prepared } from './usePreparing'
import './prepared.css'

const words = {
  queued: { zh: '排队中…', en: 'waiting …' },
  running: { zh: '正在生成', en: 'being written' },
  failed: { zh: '未能生成', en: 'not written' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  cancel: { zh: '取消', en: 'Cancel' },
  download: { zh: '下载文件', en: 'Download the file' },
  kept: { zh: '文件还保留 {hours} 小时', en: 'kept for {hours} more h' },
  gone: { zh: '文件已过期', en: 'the file has expired' },
  rows: { zh: '行', en: 'rows' },
  told: { zh: '可以离开此页，完成后会通知您', en: 'you may leave this page; you will be told when it is there' },
} as const

type Props = { file: Prepared; api: string; language: Language; onCancel: () => void }

const hoursUntil = (instant: string | null | undefined): number =>
  instant ? Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 3_600_000)) : 0

/** How many rows a finished file has, how large it is, and how long it is there. */
function toldOfDone({ rowsDone, bytes, expiresAt }: Prepared, language: Language): string {
  const rows = rowsDone ? [`${rowsDone.toLocaleString('en-US')} ${words.rows[language]}`] : []
  const size = bytes ? [bytes < 1e6 ? `${Math.ceil(bytes / 1e3).toLocaleString('en-US')} kB` : `${(bytes / 1e6).toFixed(1)} MB`] : []
  const hours = hoursUntil(expiresAt)
  const kept = hours > 0 ? words.kept[language].replace('{hours}', String(hours)) : words.gone[language]
  return [...rows, ...size, kept].join(' · ')
}

/** How far a file is that is written in the background, and at last the file. */
export function PreparedProgress({ file, api, language, onCancel }: Props) {
  const { status, rows, rowsDone, reason } = file
  const waits = status === 'queued' || status === 'running'
  return (
    <div className="prepared" role="status">
      <span className="prepared__name">{file.name}</span>
      {status === 'done' ? (
        <>
          {hoursUntil(file.expiresAt) > 0 && (
            <Button el="anchor" url={`${api}/prepared-files/${file.id}/file`} size="small" margin={false}>
              {words.download[language]}
            </Button>
          )}
          <span className="prepared__note">{toldOfDone(file, language)}</span>
        </>
      ) : (
        <span className={status === 'failed' ? 'prepared__note prepared__note--wrong' : 'prepared__note'}>
          {words[status][language]}
          {reason ? `: ${reason}` : ''}
        </span>
      )}
      {status === 'running' && rows ? (
        <>
          <progress max={rows} value={rowsDone ?? 0} aria-label={words.running[language]} />
          <span className="prepared__note">
            {(rowsDone ?? 0).toLocaleString('en-US')} / {rows.toLocaleString('en-US')}
          </span>
        </>
      ) : null}
      {waits && (
        <>
          <Button buttonStyle="secondary" size="small" margin={false} onClick={onCancel}>
            {words.cancel[language]}
          </Button>
          <span className="prepared__note">{words.told[language]}</span>
        </>
      )}
    </div>
  )
}
