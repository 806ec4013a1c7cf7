import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { systemState } from '@/src/questions/control/systemState'

import { instantIn } from '../instantIn'
import { Heads } from '../components/Heads'
import { guardedView } from './guardedView'
import { MailRetry } from './opened'
import { amountOfBytes, duration } from './system/figures'
import './system/system.css'
import { systemWords } from './system/words'

type Tone = 'good' | 'bad' | 'plain'

const Fact = ({ name, tone = 'plain', children }: { name: string; tone?: Tone; children: ReactNode }) => (
  <div className={`system__fact system__fact--${tone}`}>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="system__section">
    <h2>{title}</h2>
    {children}
  </section>
)

/** /admin/system: how the server and what it stands on are, for administrators. What needs somebody stands out; the rest is figures. */
export const SystemView = guardedView(async ({ i18n, initPageResult: { req } }) => {
  if (!((req.user as { roles?: string[] } | null)?.roles ?? []).includes('admin')) notFound()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const words = systemWords[language]
  const { server, database, jobs, mails, calls, troubled, proofs, replicas, timeZone } = await systemState(req)
  const at = (instant: string | number): string => instantIn(instant, timeZone)
  return (
    <>
      <SetStepNav nav={[{ label: words.title }]} />
      <Gutter>
        <div className="system">
          <h1>{words.title}</h1>
          <Section title={words.server}>
            <dl>
              <Fact name={words.version}>{`Gendan ${server.version} · Node ${server.node}`}</Fact>
              <Fact name={words.since}>{at(server.startedAt)}</Fact>
              <Fact name={words.memory}>{amountOfBytes(server.memory)}</Fact>
              <Fact name={words.uploads}>{server.uploads}</Fact>
            </dl>
          </Section>
          <Section title={words.database}>
            <dl>
              <Fact name={words.state} tone={database.state === 'ready' ? 'good' : 'bad'}>
                {words.states[database.state]}
              </Fact>
              <Fact name={words.version}>{`Postgres ${database.version} · ${database.migration}`}</Fact>
              <Fact name={words.size}>{amountOfBytes(database.bytes)}</Fact>
              <Fact name={words.connections} tone={database.pool.waiting > 0 ? 'bad' : 'plain'}>
                {words.pool(database.pool)}
              </Fact>
              {replicas.map(({ host, lag, seconds }) => (
                <Fact key={host} name={`${words.replica} ${host}`} tone={lag === null ? 'bad' : 'good'}>
                  {lag === null ? words.silent : words.lag(amountOfBytes(lag), duration(seconds ?? 0, language))}
                </Fact>
              ))}
            </dl>
          </Section>
          <Section title={words.proofs}>
            <dl>
              {(['ledgers', 'audit', 'backup'] as const).map((kind) => {
                const proof = proofs.find((one) => one.kind === kind)
                if (!proof)
                  return kind === 'audit' ? null : (
                    <Fact key={kind} name={words.kinds[kind]}>
                      {words.never}
                    </Fact>
                  )
                return (
                  <Fact key={kind} name={words.kinds[kind]} tone={proof.differences === 0 ? 'good' : 'bad'}>
                    {`${at(proof.at)} · ${words.proven(proof)}`}
                    {proof.first.length > 0 && (
                      <ul>
                        {proof.first.map((line) => (
                          <li key={line}>{line}</li>
                        ))}
                      </ul>
                    )}
                  </Fact>
                )
              })}
            </dl>
          </Section>
          <Section title={words.queue}>
            <dl>
              <Fact name={words.jobs} tone={jobs.failed > 0 ? 'bad' : 'plain'}>
                {words.backlog(jobs, duration(jobs.oldestSeconds, language))}
              </Fact>
              <Fact name={words.mails} tone={mails.failed > 0 ? 'bad' : 'plain'}>
                {words.backlog(mails, duration(mails.oldestSeconds, language))}
              </Fact>
              <Fact name={words.calls} tone={calls.failed > 0 ? 'bad' : 'plain'}>
                <a href="/admin/collections/webhooks">{words.backlog(calls, duration(calls.oldestSeconds, language))}</a>
              </Fact>
            </dl>
            {troubled.length > 0 && (
              <>
                <MailRetry language={language} />
                <table>
                  <Heads titles={words.mailHeads} />
                  <tbody>
                    {troubled.map((mail) => (
                      <tr key={mail.id}>
                        <td>{mail.to}</td>
                        <td>{mail.subject}</td>
                        <td>{mail.attempts}</td>
                        <td>{at(mail.at)}</td>
                        <td>{mail.error}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </>
            )}
          </Section>
        </div>
      </Gutter>
    </>
  )
})
