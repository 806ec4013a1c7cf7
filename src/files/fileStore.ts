import { access, readFile } from 'node:fs/promises'
import path from 'node:path'

import { cloudStoragePlugin } from '@payloadcms/plugin-cloud-storage'
import type { CollectionConfig, Field, PayloadRequest, Plugin } from 'payload'

import { env } from '@/src/env/env'
import { languageOf } from '@/src/engine/refusal'

import { uploadFolder } from './uploadFolder'

type Handler = NonNullable<Exclude<CollectionConfig['upload'], boolean | undefined>['handlers']>[number]

/** The collections whose records are files. */
export const uploadKinds = ['pictures', 'drawings'] as const
type Kind = (typeof uploadKinds)[number]
const isKind = (slug: string): slug is Kind => uploadKinds.some((kind) => kind === slug)

/** Whether uploads lie in an object store; else in the data folder of this machine, or one that all servers share. */
export const inObjectStore = (): boolean => env.S3_BUCKET !== undefined

/**
 * Where uploads lie: under DATA_DIR/media, or in an object store when S3_BUCKET is set, each kind in a folder of its own. Reading goes
 * through our own door either way, so that rights and headers are the same. The record has the same fields in both cases, so that a company
 * may move, and where a file lies is never what a person may say.
 */
export async function fileStore(): Promise<Plugin> {
  const store = env.S3_BUCKET === undefined ? noStore : await objectStore(env.S3_BUCKET)
  return async (config) => {
    const stored = await store(config)
    return { ...stored, collections: (stored.collections ?? []).map((one) => (isKind(one.slug) ? guarded(one, one.slug) : one)) }
  }
}

const noStore = cloudStoragePlugin({
  enabled: false,
  alwaysInsertFields: true,
  collections: Object.fromEntries(uploadKinds.map((kind) => [kind, { adapter: null }])),
})

/** The client of the store is large; only who uses one loads it. */
async function objectStore(bucket: string): Promise<Plugin> {
  const { s3Storage } = await import('@payloadcms/storage-s3')
  const { S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env
  return s3Storage({
    bucket,
    alwaysInsertFields: true,
    useCompositePrefixes: true, // the folder of the kind is ours and in no record: files lie there as they lie under media
    collections: Object.fromEntries(uploadKinds.map((kind) => [kind, { prefix: kind }])),
    config: {
      region: env.S3_REGION ?? 'us-east-1',
      ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT, forcePathStyle: true } : {}),
      // without keys the client looks where its maker says: the machine's role, a profile
      ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
        : {}),
      requestChecksumCalculation: 'WHEN_REQUIRED', // stores that only resemble S3 do not know the newer sums
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
  })
}

const places = new Set(['prefix', '_objectKey'])

function guarded(collection: CollectionConfig, kind: Kind): CollectionConfig {
  const upload = typeof collection.upload === 'object' ? collection.upload : {}
  const handlers = upload.handlers ?? []
  return {
    ...collection,
    fields: collection.fields.map((field) => ('name' in field && places.has(field.name) ? nobodys(field) : field)),
    upload: { ...upload, handlers: handlers.length > 0 ? handlers.map(toldWhenMissing) : [missingOnDisk(kind)] },
  }
}

/** Whoever could say where his picture lies could name another's. */
const nobodys = (field: Field): Field => ({ ...field, access: { create: () => false, update: () => false } }) as Field

const missing = (req: Parameters<Handler>[0]): Response =>
  Response.json(
    {
      errors: [
        {
          name: 'NotFound',
          message:
            languageOf(req) === 'en'
              ? 'The record of this file is there, the file itself is not. Please tell the administrator'
              : '文件的记录还在，文件本身已不存在，请通知管理员',
        },
      ],
    },
    { status: 404 },
  )

// Payload's type knows a handler that answers always or never; ours answer sometimes
const missingOnDisk = (kind: Kind): Handler =>
  (async (req, { params: { filename } }) => {
    const there = await access(pathOnDisk(kind, filename)).then(
      () => true,
      () => false,
    )
    if (there) return undefined
    req.payload.logger.error({ msg: `The file ${filename} of ${kind} is missing on the disk` })
    return missing(req)
  }) as Handler

const toldWhenMissing = (handler: Handler): Handler =>
  (async (req, args) => {
    const answer = await handler(req, args)
    return answer instanceof Response && answer.status === 404 ? missing(req) : answer
  }) as Handler

const pathOnDisk = (kind: Kind, filename: string): string => path.resolve(uploadFolder(kind), path.basename(filename))

/** The bytes of an upload this person has already been allowed to read, wherever it lies; null when the file is gone. */
export async function bytesOfUpload({
  req,
  kind,
  record,
}: {
  req: PayloadRequest
  kind: Kind
  record: { id: number; filename?: string | null }
}): Promise<Buffer | null> {
  if (!record.filename) return null
  if (!inObjectStore()) return readFile(pathOnDisk(kind, record.filename)).catch(() => null)
  for (const handler of req.payload.collections[kind].config.upload.handlers ?? []) {
    const answer = await handler(req, { doc: record, params: { collection: kind, filename: record.filename } })
    if (answer instanceof Response) return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null
  }
  return null
}
