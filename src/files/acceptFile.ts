import { randomBytes } from 'node:crypto'

import { APIError, Forbidden } from 'payload'
import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'

export type Recognized = { ext: string; mime: string }

type Refusal = { reason: { zh: string; en: string }; facts: Record<string, unknown>; status?: 400 | 413 }

function refuseFile(req: PayloadRequest, { reason, facts, status = 400 }: Refusal): never {
  const message = req.i18n?.language === 'en' ? reason.en : reason.zh
  const finding = { code: 'INVALID_INPUT', severity: 'error', path: 'file', facts: { field: 'file', ...facts }, message }
  throw new APIError(message, status, { errors: [finding] }, true)
}

const megabyte = 1024 * 1024

/** A name that is safe on every disk and in every header: letters, digits and a few signs, cut to length, extension by content. */
export function storedName(name: string, ext: string): string {
  const base = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const safe = [
    ...base
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+|[.-]+$/g, ''),
  ]
    .slice(0, 80)
    .join('')
  return `${safe || 'file'}.${ext}`
}

/**
 * Payload would count the last figure of a taken name up, and drawing 214 would be called 215: the second of a name gets a mark
 * of its own instead.
 */
async function freeName(req: PayloadRequest, slug: string, name: string): Promise<string> {
  const { totalDocs } = await req.payload.count({
    collection: slug as CollectionSlug,
    where: { filename: { equals: name } },
    overrideAccess: true,
    req,
  })
  return totalDocs === 0 ? name : name.replace(/\.(\w+)$/, `_${randomBytes(3).toString('hex')}.$1`)
}

/** What the house finds out about a file; nobody tells it. */
const factsOfFile = ['filename', 'mimeType', 'filesize', 'width', 'height', 'focalX', 'focalY', 'url', 'thumbnailURL', 'sizes', 'prefix']

/** Whoever may not keep files here has none of them taken apart: decoding a picture is work. */
async function refuseStrangers({ req, collection, operation }: Parameters<CollectionBeforeOperationHook>[0]): Promise<void> {
  const may = await (operation === 'create' ? collection.access.create : collection.access.update)({ req })
  if (may === false) throw new Forbidden(req.t)
}

/**
 * Takes a file in only when its content is of an accepted kind and size. The name and the type a browser states are replaced by
 * what was found, so that a script named .png is neither kept as a picture nor served as a page. Runs before Payload looks at the
 * file. A new record without a file in the request is refused: Payload would otherwise fetch any address named in its data,
 * unseen by this check and from inside our network.
 */
export const acceptFile =
  ({
    recognize,
    accepted,
    limitMegabytes,
  }: {
    recognize: (bytes: Buffer) => Promise<Recognized | undefined> | Recognized | undefined
    accepted: string
    limitMegabytes: number
  }): CollectionBeforeOperationHook =>
  async (asked) => {
    const { args, operation, req, collection } = asked
    const file = req.file
    if (operation !== 'create' && operation !== 'update') return args
    const { data, overrideAccess } = args as { data?: Record<string, unknown>; overrideAccess?: boolean }
    if (overrideAccess !== true) {
      await refuseStrangers(asked)
      for (const name of factsOfFile) delete data?.[name]
    }
    if (!file) {
      if (operation === 'create') refuseFile(req, { facts: { accepted }, reason: { zh: '请上传文件', en: 'Upload a file' } })
      return args
    }
    if (file.size > limitMegabytes * megabyte || file.data.length > limitMegabytes * megabyte) {
      refuseFile(req, {
        status: 413,
        facts: { bytes: file.size, limitMegabytes },
        reason: { zh: `文件超过 ${limitMegabytes} MB`, en: `The file is larger than ${limitMegabytes} MB` },
      })
    }
    const found = await recognize(file.data)
    if (!found) {
      refuseFile(req, {
        facts: { name: file.name, accepted },
        reason: { zh: `文件内容不是可接受的格式（${accepted}）`, en: `The content of the file is none of ${accepted}` },
      })
    }
    file.name = await freeName(req, collection.slug, storedName(file.name, found.ext))
    file.mimetype = found.mime
    return args
  }
