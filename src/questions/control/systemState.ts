import path from 'node:path'

import type { PayloadRequest } from 'payload'

import { latestProofs, type Proof } from '@/src/db/bookProofs'
import {
  type Backlog,
  callFigures,
  databaseFacts,
  type DatabaseState,
  databaseState,
  type FailedMail,
  jobFigures,
  mailFigures,
  poolFigures,
  troubledMails,
} from '@/src/db/health'
import { replicaStates, type ReplicaState } from '@/src/db/replicas'
import { env } from '@/src/env/env'
import { version } from '@/src/env/version'

/** How this server and what it stands on are. Bytes, seconds, ISO instants (the start: milliseconds); nothing secret. */
export type SystemState = {
  server: { version: string; node: string; startedAt: number; memory: number; uploads: string }
  database: {
    state: DatabaseState
    version: string
    bytes: number
    migration: string
    pool: { total: number; idle: number; waiting: number }
  }
  jobs: Backlog
  mails: Backlog
  /** Of programs and robots outside. */
  calls: Backlog
  troubled: FailedMail[]
  proofs: Proof[]
  replicas: ReplicaState[]
  /** In which instants are shown. */
  timeZone: string
}

/** Everything an administrator looks at first when something is said to be slow, or a mail has not come. */
export async function systemState({ payload }: Pick<PayloadRequest, 'payload'>): Promise<SystemState> {
  const state = await databaseState({ payload })
  const [facts, jobs, mails, calls, troubled, proofs, replicas] = await Promise.all([
    databaseFacts({ payload }),
    jobFigures({ payload }),
    mailFigures({ payload }),
    callFigures({ payload }),
    troubledMails({ payload }),
    latestProofs({ payload }),
    replicaStates({ payload, urls: env.DATABASE_REPLICA_URLS ?? [] }),
  ])
  return {
    server: {
      version: version(),
      node: process.versions.node,
      startedAt: performance.timeOrigin,
      memory: process.memoryUsage.rss(),
      uploads: env.S3_BUCKET === undefined ? path.join(env.DATA_DIR, 'media') : `S3 ${env.S3_BUCKET}`,
    },
    database: { state, ...facts, pool: poolFigures({ payload }) },
    jobs,
    mails,
    calls,
    troubled,
    proofs,
    replicas,
    timeZone: env.TZ_BUSINESS,
  }
}
