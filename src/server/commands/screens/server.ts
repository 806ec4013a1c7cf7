import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'

type Opened = { url: string; pid: number; close: () => Promise<void> }
/** `tree`: where its sources are, if not here. */
type Asked = { command: 'demo' | 'start'; dataDir: string; environment?: Readonly<Record<string, string>>; tree?: string }

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** The server as a stranger starts it, by one command, in a folder of data of its own; returns when it answers. */
export async function startServer({ command, dataDir, environment = {}, tree = process.cwd() }: Asked): Promise<Opened> {
  const port = await freePort()
  const { NODE_OPTIONS: _jest, NODE_ENV: _test, DATABASE_URL: _database, JEST_WORKER_ID: _worker, ...ours } = process.env
  const server: ChildProcess = spawn(process.execPath, ['--conditions=production', 'src/server/launch.mjs', command], {
    cwd: tree,
    env: {
      ...ours,
      ...environment,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOGIN_RATE_LIMIT: '1000',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (chunk: Buffer): void => void (said += chunk.toString())
  server.stdout?.on('data', listen)
  server.stderr?.on('data', listen)
  const url = `http://localhost:${String(port)}`
  for (let second = 0; ; second += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready && (command === 'start' || said.includes('/admin'))) break
    if (server.exitCode !== null || second > 880) throw new Error(`The server did not open:\n${said.slice(-3000)}`)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  const close = async (): Promise<void> => {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  return { url, pid: server.pid ?? 0, close }
}
