import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@jest/globals'

const text = (file: string): string => readFileSync(path.resolve('deploy', file), 'utf8')
const dockerfile = text('Dockerfile')
const last = dockerfile.split(/^FROM /m).at(-1) ?? ''

test('the container is made of images of one version, runs as nobody special, and says how it is', () => {
  for (const [, image = ''] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/)
  expect(last).toMatch(/\nUSER gendan\n/)
  expect(last.indexOf('USER gendan')).toBeLessThan(last.indexOf('CMD ["node", "--conditions'))
  expect(last).toMatch(/HEALTHCHECK .*\\\n +CMD \["node"/)
  expect(dockerfile).not.toMatch(/^(ADD|ENTRYPOINT) |:latest|apt-get|curl|PASSWORD|SECRET/m)
})

test('the container starts what `npm start` starts, and so does the service', () => {
  const { scripts, engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string }; engines: { node: string } }
  const command = /^CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]'
  expect((JSON.parse(command) as string[]).join(' ')).toBe(scripts.start)
  expect(text('gendan.service')).toContain(`ExecStart=/usr/bin/${scripts.start}\n`)
  const major = /^FROM node:(\d+)/m.exec(dockerfile)?.[1] ?? 'none'
  expect(engines.node).toContain(`^${major}.`)
})

test('the composition waits for its database, keeps its data, opens nothing to the outside, and demands its secrets', () => {
  const compose = text('compose.yaml')
  expect(compose).toContain('condition: service_healthy')
  expect(compose).toMatch(/image: postgres:\d+\.\d+-/)
  for (const [, port = ''] of compose.matchAll(/^ +- (\S+:\d+:\d+)$/gm)) expect(port).toMatch(/^127\.0\.0\.1:/)
  expect(compose).toMatch(/\$\{PASSWORD:\?.*\}/)
  expect(compose).toMatch(/\$\{SECRET:\?.*\}/)
  expect(compose).not.toMatch(/privileged|network_mode: host|docker\.sock/)
})

test('the service is started again after a fault, and not after a bad setting', () => {
  const unit = text('gendan.service')
  for (const line of ['Restart=always', 'RestartPreventExitStatus=78', 'NoNewPrivileges=true', 'User=gendan'])
    expect(unit).toContain(`${line}\n`)
  expect(Number(/TimeoutStopSec=(\d+)/.exec(unit)?.[1])).toBeGreaterThan(45)
})
