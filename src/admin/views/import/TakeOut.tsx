'use client'
import { Banner, Button } from '@payloadcms/ui'

import { PreparedProgress } from '../reports/PreparedProgress'
import { usePreparing } from '../reports/usePreparing'

const words = {
  title: { zh: '取出全部数据', en: 'Take everything out' },
  note: {
    zh: '每张表一个 CSV，连同上传的文件，打成一个压缩包；可读入另一套空账。密码等机密不在其中。操作会记入审计日志。',
    en: 'Every table as CSV, with the uploaded files, in one archive that empty books read again. Passwords and other secrets stay inside. The audit log says who took it.',
  },
  make: { zh: '生成压缩包', en: 'Make the archive' },
} as const

/** Below the imports, for whoever reads everything: all data of the company as one archive, written in the background. */
export const TakeOut = ({ language, api }: { language: 'zh' | 'en'; api: string }) => {
  const { file, problem, prepare, cancel } = usePreparing({ api, language })
  return (
    <section className="import__out" aria-labelledby="take-out-title">
      <h2 id="take-out-title">{words.title[language]}</h2>
      <p className="report__note">{words.note[language]}</p>
      {problem && <Banner type="error">{problem}</Banner>}
      {file ? (
        <PreparedProgress file={file} api={api} language={language} onCancel={() => void cancel()} />
      ) : (
        <Button buttonStyle="secondary" size="small" margin={false} onClick={() => void prepare(`${api}/export`)}>
          {words.make[language]}
        </Button>
      )}
    </section>
  )
}
