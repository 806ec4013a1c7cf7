import type { AttachedFile, FileKind } from '../../components/viewer/attachedFile'
import { refusalsIn } from '../../request/refusals'

export type Sent = { file: AttachedFile } | { refused: string }

type Answer = { doc?: Omit<AttachedFile, 'kind'> }

const isPicture = (file: File): boolean => file.type.startsWith('image/') && !/\.(dwg|dxf)$/i.test(file.name)

/** Where a file belongs by its look; the server judges its content. */
export const kindOf = (file: File, kinds: readonly FileKind[]): FileKind =>
  kinds.length === 1 ? (kinds[0] as FileKind) : isPicture(file) ? 'pictures' : 'drawings'

/** Sends one file and tells how far it is, from 0 to 1. A refusal comes with the server's reason; null when it was cancelled. */
export function sendFile({
  file,
  kind,
  language,
  failed,
  cancelled,
  onProgress,
}: {
  file: File
  kind: FileKind
  language: 'zh' | 'en'
  failed: string
  cancelled: AbortSignal
  onProgress: (share: number) => void
}): Promise<Sent | null> {
  // fetch cannot tell how much of a body has left
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.append('file', file)
  return new Promise((resolve) => {
    cancelled.addEventListener('abort', () => {
      request.abort()
      resolve(null)
    })
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => resolve({ refused: failed })
    request.onload = () => {
      const answer = (request.response ?? {}) as Answer
      if (answer.doc) return resolve({ file: { ...answer.doc, kind } })
      resolve({ refused: refusalsIn(answer, failed)[0]?.message ?? failed })
    }
    request.open('POST', `/api/${kind}?depth=0`)
    request.responseType = 'json'
    request.withCredentials = true
    request.setRequestHeader('Accept-Language', language)
    request.send(form)
  })
}
