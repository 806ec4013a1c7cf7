import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { eventually, freePort, hasProgram, openFolder, postgresPrograms, type Program, startProgram } from './programs'

/*
 * Two nodes of Postgres under Patroni, which keeps who leads in etcd, with HAProxy before them that leads to whoever does: what
 * `docs/operations.md` describes for three machines, on this one. Times are those of the document.
 */
const programs = ['patroni', 'etcd', 'haproxy'] as const

/** What is missing for such a cluster; empty when it can be started. */
export const missingPrograms = (): string[] => [
  ...programs.filter((name) => !hasProgram(name)),
  ...(postgresPrograms ? [] : ['postgresql']),
]

type Name = 'a' | 'b'
type Member = { name: Name; role: string; state: string }
type Node = { name: Name; rest: number; postgres: number; folder: string; patroni: Program }

export type Cluster = {
  /** Leads to whoever leads. */
  url: string
  members: () => Promise<Member[]>
  /** Until one leads and the other follows so closely that nothing acknowledged can be lost; tells both. */
  whole: () => Promise<{ leader: Name; follower: Name }>
  /** Kills the database of a node, and nothing else of it. */
  killPostgres: (name: Name) => void
  /** Kills everything of a node, as when its machine loses its power. */
  killNode: (name: Name) => Promise<void>
  /** Starts a node that was killed. */
  startNode: (name: Name) => void
  /** Asks for an orderly change of leadership. */
  switchOver: (from: Name, to: Name) => Promise<void>
  said: () => string
  end: () => Promise<void>
}

const password = 'only-on-this-machine'

const settingsOf = ({ name, rest, postgres, folder }: Omit<Node, 'patroni'>, etcd: number): string => `
scope: gendan
name: ${name}
restapi: { listen: '127.0.0.1:${rest}', connect_address: '127.0.0.1:${rest}' }
etcd3: { hosts: '127.0.0.1:${etcd}' }
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    primary_start_timeout: 0
    master_start_timeout: 0
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      parameters: { max_connections: 100, shared_buffers: 64MB, wal_log_hints: 'on', max_wal_senders: 5, wal_keep_size: 256MB }
  initdb: [ encoding: UTF8, data-checksums, locale: C.UTF-8 ]
postgresql:
  listen: '127.0.0.1:${postgres}'
  connect_address: '127.0.0.1:${postgres}'
  data_dir: '${folder}/data'
  pgpass: '${folder}/pgpass'
  bin_dir: '${postgresPrograms ?? ''}'
  authentication:
    superuser: { username: postgres, password: '${password}' }
    replication: { username: replicator, password: '${password}' }
  parameters: { unix_socket_directories: '' }
  pg_hba: [ 'host all all 127.0.0.1/32 scram-sha-256', 'host replication replicator 127.0.0.1/32 scram-sha-256' ]
`

const balancerOf = (nodes: ReadonlyArray<Omit<Node, 'patroni'>>, port: number): string => `
defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
  timeout check 2s
listen leader
  bind 127.0.0.1:${port}
  option httpchk
  http-check send meth GET uri /primary
  http-check expect status 200
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, postgres, rest }) => `  server ${name} 127.0.0.1:${postgres} check port ${rest}`).join('\n')}
`

async function startEtcd(folder: string): Promise<{ port: number; program: Program }> {
  const [port, peers] = [await freePort(), await freePort()]
  const [mine, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peers}`]
  const args = ['--name', 'e', '--data-dir', path.join(folder, 'etcd'), '--listen-client-urls', mine, '--advertise-client-urls', mine]
  const program = startProgram({
    name: 'etcd',
    args: [...args, '--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `e=${peer}`],
    cwd: folder,
  })
  await eventually(() => fetch(`${mine}/health`))
  return { port, program }
}

export async function startCluster(): Promise<Cluster> {
  const folder = openFolder('patroni')
  const etcd = await startEtcd(folder)
  const places: Array<Omit<Node, 'patroni'>> = []
  for (const name of ['a', 'b'] as const)
    places.push({ name, rest: await freePort(), postgres: await freePort(), folder: openFolder(`patroni-${name}`) })
  const run = (place: Omit<Node, 'patroni'>): Node => {
    const file = path.join(place.folder, 'patroni.yml')
    writeFileSync(file, settingsOf(place, etcd.port), { mode: 0o644 })
    return { ...place, patroni: startProgram({ name: 'patroni', args: [file], cwd: place.folder }) }
  }
  const nodes = places.map(run)
  const port = await freePort()
  const balancing = path.join(folder, 'haproxy.cfg')
  writeFileSync(balancing, balancerOf(places, port))
  const balancer = startProgram({ name: 'haproxy', args: ['-f', balancing], cwd: folder })
  const nodeOf = (name: Name): Node => {
    const found = nodes.find((node) => node.name === name)
    if (!found) throw new Error(`There is no node ${name}`)
    return found
  }
  const databaseOf = (name: Name): number =>
    Number(readFileSync(path.join(nodeOf(name).folder, 'data/postmaster.pid'), 'utf8').split('\n')[0])
  const members = async (): Promise<Member[]> => {
    for (const { rest } of nodes) {
      const answer = await fetch(`http://127.0.0.1:${rest}/cluster`).catch(() => null)
      if (answer?.ok) return ((await answer.json()) as { members?: Member[] }).members ?? []
    }
    return []
  }
  const whole = () =>
    eventually(async () => {
      const all = await members()
      const leader = all.find(({ role, state }) => role === 'leader' && state === 'running')
      const follower = all.find(({ role }) => role === 'sync_standby')
      if (!leader || !follower) throw new Error('not whole yet')
      return { leader: leader.name, follower: follower.name }
    })
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    members,
    whole,
    killPostgres: (name) => process.kill(databaseOf(name), 'SIGKILL'),
    killNode: async (name) => {
      const database = databaseOf(name)
      const ended = nodeOf(name).patroni.end('SIGKILL')
      process.kill(database, 'SIGKILL')
      await ended
    },
    startNode: (name) => {
      const at = nodes.findIndex((node) => node.name === name)
      nodes[at] = run(nodeOf(name))
    },
    switchOver: async (from, to) => {
      const body = JSON.stringify({ leader: from, candidate: to })
      const answer = await fetch(`http://127.0.0.1:${nodeOf(from).rest}/switchover`, { method: 'POST', body })
      if (!answer.ok) throw new Error(`The switch-over was refused: ${await answer.text()}`)
    },
    said: () => nodes.map(({ name, patroni }) => `${name}: ${patroni.said()}`).join('\n'),
    end: async () => {
      for (const { name, patroni } of nodes) {
        const database = databaseOf(name)
        await patroni.end()
        process.kill(database, 'SIGQUIT')
      }
      await balancer.end()
      await etcd.program.end()
      for (const place of [folder, ...places.map((one) => one.folder)]) rmSync(place, { recursive: true, force: true })
    },
  }
}
