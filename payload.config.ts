import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { buildConfig } from 'payload'
import sharp from 'sharp'

import { collections } from '@/collections'
import { judgeHeadersOnce } from '@/collections/fields/judgedInOnePass'
import { withOwnFields } from '@/collections/fields/ownFields'
import { withHelp } from '@/collections/fields/withHelp'
import { globals } from '@/collections/globals'
import { withRights } from '@/src/access/withRights'
import { admin, withOneList } from '@/src/admin/config'

import { editor } from '@/src/admin/editor'
import { i18n } from '@/src/admin/i18n'
import { strictPostgres } from '@/src/db/adapter'
import { endpoints } from '@/src/api'
import { withAccountDoors } from '@/src/api/accounts'
import { countRefusals } from '@/src/api/countRefusals'
import { withCertainLogin } from '@/src/api/certainLogin'
import { graphQL } from '@/src/api/graphqlLimits'
import { withDocumentEndpoints } from '@/src/api/withDocumentEndpoints'
import { withJudgedInput } from '@/src/api/input/judgeInput'
import { withLimitedLogin } from '@/src/api/limitedLogin'
import { recordRefusals } from '@/src/api/recordRefusals'
import { tellRefusals } from '@/src/api/refusals'
import { env } from '@/src/env/env'
import { log } from '@/src/env/logging'
import { fileStore } from '@/src/files/fileStore'
import { email } from '@/src/mail/adapter'

const root = path.dirname(fileURLToPath(import.meta.url))

export default withJudgedInput(
  buildConfig({
    admin: admin(root),
    collections: withOneList(
      withOwnFields(withLimitedLogin(withCertainLogin(withRights(withAccountDoors(withDocumentEndpoints(withHelp(collections))))))),
    ),
    globals: withOwnFields(withHelp(globals, 'global ')),
    editor,
    endpoints,
    hooks: { afterError: [recordRefusals, tellRefusals, countRefusals] },
    i18n,
    email,
    onInit: judgeHeadersOnce,
    plugins: [await fileStore()],
    db: strictPostgres(() => ({
      connectionString: env.DATABASE_URL,
      max: env.DATABASE_POOL,
      lockWait: env.LOCK_WAIT * 1000,
      prepared: env.DATABASE_PREPARED,
    })),
    secret: env.PAYLOAD_SECRET,
    serverURL: env.SERVER_URL,
    sharp,
    // a refusal is an answer, not a fault of the house
    loggingLevels: { APIError: 'debug', ValidationError: 'debug', NotFound: 'debug', Forbidden: 'debug', AuthenticationError: 'info' },
    telemetry: false,
    logger: log,
    defaultDepth: 1, // a record with what it names; the platform's 2 reads what those name as well, at more than twice the cost of a list
    maxDepth: 3,
    graphQL,
    typescript: { autoGenerate: false, outputFile: path.join(root, 'src/payload-types.ts') },
    upload: { limits: { fileSize: 60_000_000 }, abortOnLimit: true },
  }),
)
