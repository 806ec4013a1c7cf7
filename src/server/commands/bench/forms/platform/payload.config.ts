import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { buildConfig } from 'payload'
import sharp from 'sharp'

import { collections } from '@/collections'
import { globals } from '@/collections/globals'
import { withRights } from '@/src/access/withRights'
import { editor } from '@/src/admin/editor'
import { i18n } from '@/src/admin/i18n'
import { endpoints } from '@/src/api'
import { withAccountDoors } from '@/src/api/accounts'
import { withDocumentEndpoints } from '@/src/api/withDocumentEndpoints'
import { strictPostgres } from '@/src/db/adapter'
import { env } from '@/src/env/env'
import { fileStore } from '@/src/files/fileStore'
import { withPlatformForms } from '@/src/server/commands/bench/forms/platform/withPlatformForms'

const root = path.dirname(fileURLToPath(import.meta.url))

/** The same house on the same tables, with the rules of the same documents, entered in the platform's own forms. For `npm run bench -- forms` only: it is built in a copy of the sources. */
export default buildConfig({
  admin: {
    user: 'users',
    avatar: 'default',
    importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
  },
  collections: withPlatformForms(withRights(withAccountDoors(withDocumentEndpoints(collections)))),
  globals: withPlatformForms(globals),
  editor,
  endpoints,
  i18n,
  plugins: [await fileStore()],
  db: strictPostgres(() => ({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    lockWait: env.LOCK_WAIT * 1000,
    prepared: env.DATABASE_PREPARED,
  })),
  secret: env.PAYLOAD_SECRET,
  sharp,
  telemetry: false,
  maxDepth: 3,
  typescript: { autoGenerate: false },
})
