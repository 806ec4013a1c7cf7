// The lock file records no addresses, so npm reads the list of all versions of every package to find one. For the time of an
// installation they stand in npm-shrinkwrap.json, which npm prefers: half the requests, a quarter of the processor time.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim().replace(/\/$/, '')
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
for (const [place, entry] of Object.entries(lock.packages)) {
  if (place === '' || entry.link || entry.resolved || !entry.integrity) continue
  const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  entry.resolved = `${registry}/${name}/-/${name.split('/').pop()}-${entry.version}.tgz`
}
writeFileSync('npm-shrinkwrap.json', JSON.stringify(lock))
