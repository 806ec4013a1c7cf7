import { createLocalReq, getPayload, type PayloadRequest } from 'payload'

import { inSnapshot, inTransaction } from '@/src/db/transaction'

import { elapsed } from './benchHouse'
import { type BooksAsked, inBooksHouse } from './booksHouse'

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

/** `npm run bench -- verify [lines]`: the proof of generated books of so many order lines, and that of an audit log of so many. */
export const benchVerify = (asked: BooksAsked): Promise<number> =>
  inBooksHouse(asked, async ({ cpuOf }) => {
    const { lines } = asked
    const { default: config } = await import('@payload-config')
    const payload = await getPayload({ config })
    const request = (): Promise<PayloadRequest> => createLocalReq({}, payload)
    const { query, sql } = await import('@/src/ledger/query')
    const { auditedRows } = await import('@/src/ledger/auditLog')
    const logging = await request()
    const log = auditedRows(logging, {
      ...{ user: null, userName: 'bench', slug: 'orders', verb: 'create', reason: null, path: 'no' },
      rows: sql`select n as id, null::int as before, n as after from generate_series(1, ${lines}::int) n`,
    })
    await inTransaction(logging, () => query(logging, log))
    const { verifyLedgers } = await import('@/src/questions/control/verifyLedgers')
    const { chainAuditLog, verifyAuditLog } = await import('@/src/ledger/auditChain')
    let [documents, differences, time] = [0, 0, 0]
    const reading = await request()
    const cpu = await cpuOf(async () => {
      time = await elapsed(async () => {
        differences = (await inSnapshot(reading, () => verifyLedgers(reading, (checked) => (documents = checked)))).length
      })
    })
    const size = `${lines.toLocaleString('en-US')} order lines, ${documents.toLocaleString('en-US')} documents`
    const memory = `${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`
    console.log(`${size}: proven in ${seconds(time)} (processor ${seconds(cpu)}), ${String(differences)} differences, ${memory}`)
    const { verifyChanges } = await import('@/src/questions/control/verifyLedgers')
    const { keepSeals } = await import('@/src/ledger/documentSeals')
    for (const night of ['first night', 'next night']) {
      const [nightly, keeping] = [await request(), await request()]
      let took = 0
      const spent = await cpuOf(async () => {
        took = await elapsed(async () => {
          const proof = await inSnapshot(nightly, () => verifyChanges(nightly, { version: 'bench', at: new Date().toISOString() }))
          await inTransaction(keeping, () => keepSeals(keeping, proof.seals))
          console.log(
            `${night}: ${proof.looked.toLocaleString('en-US')} documents looked at, ${String(proof.differences.length)} differences`,
          )
        })
      })
      console.log(`${night}: ${seconds(took)} (processor ${seconds(spent)})`)
    }
    const writing = await request()
    const chained = await elapsed(() => inTransaction(writing, () => chainAuditLog(writing)))
    const checking = await request()
    const audited = await elapsed(() => inSnapshot(checking, () => verifyAuditLog(checking)))
    console.log(`${lines.toLocaleString('en-US')} lines of the audit log: chained in ${seconds(chained)}, proven in ${seconds(audited)}`)
  })
