export type FileKind = 'drawings' | 'pictures'

/** An uploaded file as the screens need it; sizes are the smaller renderings of a picture. */
export type AttachedFile = {
  id: number
  kind: FileKind
  filename: string
  url: string
  mimeType: string
  filesize: number
  title?: string | null
  drawingNo?: string | null
  revision?: string | null
  detail?: string | null
  width?: number | null
  height?: number | null
  sizes?: Record<string, { url?: string | null } | undefined> | null
}

export type Preview = 'picture' | 'dxf' | 'model' | 'pdf' | 'none'

export const extensionOf = (filename: string): string => filename.split('.').pop()?.toLowerCase() ?? ''

const previews: Readonly<Record<string, Preview>> = { dxf: 'dxf', step: 'model', igs: 'model', stl: 'model', pdf: 'pdf' }

/** How a file is shown in the browser. A binary DXF and a DWG are downloaded: no kept library reads them here. */
export function previewOf({ kind, filename, detail }: Pick<AttachedFile, 'kind' | 'filename' | 'detail'>): Preview {
  if (kind === 'pictures') return 'picture'
  const extension = extensionOf(filename)
  return extension === 'dxf' && detail?.endsWith('binary') ? 'none' : (previews[extension] ?? 'none')
}

/** A rendering of about the size asked for, else the file itself. */
export const renderingOf = ({ sizes, url }: AttachedFile, size: 'thumbnail' | 'card' | 'large'): string => sizes?.[size]?.url ?? url

const kilo = 1024

/** 1.4 MB, 820 kB, 35 B. */
export function spokenSize(bytes: number): string {
  if (bytes >= kilo * kilo) return `${(bytes / kilo / kilo).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
  return bytes >= kilo ? `${Math.ceil(bytes / kilo)} kB` : `${bytes} B`
}

/** Drawings before AutoCAD 2007 carry their text in the code page of the machine that wrote them. */
const codePages: Readonly<Record<string, string>> = {
  ANSI_936: 'gb18030',
  GB2312: 'gb18030',
  ANSI_950: 'big5',
  BIG5: 'big5',
  ANSI_932: 'shift_jis',
  ANSI_949: 'euc-kr',
  ANSI_1251: 'windows-1251',
  ANSI_1252: 'windows-1252',
}

/** The encoding of a text DXF, from its header; UTF-8 since AutoCAD 2007 (AC1021). */
export function encodingOfDxf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 16_384))
  const version = Number(/\$ACADVER\s+1\s+AC(\d{4})/.exec(head)?.[1] ?? 0)
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(head)?.[1]?.toUpperCase() ?? ''
  return version >= 1021 ? 'utf-8' : (codePages[page] ?? 'utf-8')
}
