// More than 200 lines: every component of the workbench, one beneath the other.
'use client'

import { Button, toast } from '@payloadcms/ui'
import { type ReactNode, useState } from 'react'

import { DayInput } from '@/src/admin/components/day/DayInput'
import { FigureInput } from '@/src/admin/components/figure/FigureInput'
import { Heads } from '@/src/admin/components/Heads'
import { RecordPicker } from '@/src/admin/components/lookup/RecordPicker'
import { Pill } from '@/src/admin/components/pill/Pill'
import { Skeleton } from '@/src/admin/components/Skeleton'
import { Refused } from '@/src/admin/components/verbs/Refused'
import { VerbDialog } from '@/src/admin/components/verbs/VerbDialog'
import { Menu } from '@/src/admin/lists/Menu'
import { KeyHelp } from '@/src/admin/palette/KeyHelp'
import { spokenFigure } from '@/src/domain/grid/readCell'
import '@/src/admin/lists/list.css'
import '../customer-card/customer-card.css'
import '../reports/report.css'

import { StyleGrid } from './StyleGrid'
import './styles.css'

type Language = 'zh' | 'en'
const words = {
  pills: { zh: '状态', en: 'States' },
  buttons: { zh: '按钮', en: 'Buttons' },
  fields: { zh: '字段', en: 'Fields' },
  grid: { zh: '明细', en: 'Grid' },
  table: { zh: '表格', en: 'Table' },
  tabs: { zh: '页签', en: 'Tabs' },
  dialogs: { zh: '对话框与提示', en: 'Dialogs and notices' },
  messages: { zh: '说明', en: 'Messages' },
  waiting: { zh: '等待', en: 'Waiting' },
  language: { zh: 'English', en: '中文' },
  theme: { zh: '明暗', en: 'Light or dark' },
} as const

const pills = [
  ['draft', '草稿', 'Draft'],
  ['inReview', '评审中', 'In review'],
  ['approved', '已审核', 'Approved'],
  ['closed', '已关闭', 'Closed'],
  ['rejected', '已驳回', 'Rejected'],
] as const
const tabs = [
  ['lines', '明细', 'Lines'],
  ['review', '评审', 'Review'],
  ['history', '历史', 'History'],
] as const
const refusal = {
  zh: '第 3 行 可用 40，需要 60：改为 40，或从 W2 取 20',
  en: 'Line 3: 40 available, 60 needed. Use 40, or take 20 from W2',
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="styles__part">
    <h2>{title}</h2>
    <div>{children}</div>
  </section>
)

/** Each component of the workbench once, in the words of either language; light and dark by a button. */
export const StyleBoard = ({ first }: { first: Language }) => {
  const [language, setLanguage] = useState<Language>(first)
  const [day, setDay] = useState('2026-11-29')
  const [figure, setFigure] = useState<number | null>(1985.45)
  const [record, setRecord] = useState<number | null>(null)
  const [tab, setTab] = useState<string>('lines')
  const [open, setOpen] = useState<'dialog' | 'keys' | 'refused' | null>(null)
  const say = (word: keyof typeof words): string => words[word][language]
  const at = language === 'zh' ? 1 : 2
  const close = (): void => setOpen(null)
  const turn = (): void => {
    const root = document.documentElement
    root.setAttribute('data-theme', root.getAttribute('data-theme') === 'dark' ? 'light' : 'dark')
  }
  return (
    <div className="styles">
      <p className="styles__line">
        <button type="button" className="plain-button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
          {say('language')}
        </button>
        <button type="button" className="plain-button" onClick={turn}>
          {say('theme')}
        </button>
      </p>
      <Part title={say('pills')}>
        <p className="styles__line">
          {pills.map((pill) => (
            <Pill key={pill[0]} value={pill[0]}>
              {pill[at]}
            </Pill>
          ))}
        </p>
      </Part>
      <Part title={say('buttons')}>
        <div className="styles__line">
          <button type="button" className="main-button">
            {{ zh: '保存', en: 'Save' }[language]}
          </button>
          <button type="button" className="main-button" disabled>
            {{ zh: '保存', en: 'Save' }[language]}
          </button>
          <button type="button" className="plain-button">
            {{ zh: '返回', en: 'Back' }[language]}
          </button>
          <Button buttonStyle="primary" size="medium" margin={false}>
            {{ zh: '审核', en: 'Approve' }[language]}
          </Button>
          <Button buttonStyle="secondary" size="medium" margin={false}>
            {{ zh: '打印', en: 'Print' }[language]}
          </Button>
          <button type="button" className="list__button">
            {{ zh: '导出', en: 'Export' }[language]}
          </button>
          <Menu label={{ zh: '列', en: 'Columns' }[language]}>
            <p>{{ zh: '菜单里的内容', en: 'What stands in a menu' }[language]}</p>
          </Menu>
        </div>
      </Part>
      <Part title={say('fields')}>
        <div className="styles__fields">
          <label className="report__filter">
            {{ zh: '日期', en: 'Date' }[language]}
            <DayInput label={{ zh: '日期', en: 'Date' }[language]} language={language} value={day} onChange={setDay} />
          </label>
          <label className="report__filter">
            {{ zh: '金额', en: 'Amount' }[language]}
            <FigureInput label={{ zh: '金额', en: 'Amount' }[language]} language={language} value={figure} scale={2} onChange={setFigure} />
          </label>
          <label className="report__filter">
            {{ zh: '客户', en: 'Customer' }[language]}
            <RecordPicker
              kind="customers"
              label={{ zh: '客户', en: 'Customer' }[language]}
              language={language}
              value={record}
              onChange={setRecord}
            />
          </label>
          <label className="report__filter">
            {{ zh: '价税方式', en: 'Tax mode' }[language]}
            <select defaultValue="inclusive">
              <option value="inclusive">{{ zh: '含税', en: 'Inclusive' }[language]}</option>
              <option value="exclusive">{{ zh: '不含税', en: 'Exclusive' }[language]}</option>
            </select>
          </label>
        </div>
      </Part>
      <Part title={say('grid')}>
        <StyleGrid language={language} />
      </Part>
      <Part title={say('table')}>
        <table className="report__table">
          <Heads
            titles={{ zh: ['单号', '客户'], en: ['Number', 'Customer'] }[language]}
            figures={[{ zh: '价税合计', en: 'Gross' }[language]]}
          />
          <tbody>
            <tr>
              <td>SO20261129-0041</td>
              <td>广州蓝鲸牛仔</td>
              <td className="report__figure">{spokenFigure(1985.45, 'amount')}</td>
            </tr>
          </tbody>
        </table>
      </Part>
      <Part title={say('tabs')}>
        <div role="tablist" aria-label={say('tabs')} className="customer-card__tabs">
          {tabs.map((each) => (
            <button key={each[0]} type="button" role="tab" aria-selected={tab === each[0]} onClick={() => setTab(each[0])}>
              {each[at]}
            </button>
          ))}
        </div>
      </Part>
      <Part title={say('dialogs')}>
        <div className="styles__line">
          <button type="button" className="plain-button" onClick={() => setOpen('dialog')}>
            {{ zh: '问一问', en: 'A verb that asks' }[language]}
          </button>
          <button type="button" className="plain-button" onClick={() => setOpen('keys')}>
            ?
          </button>
          <button type="button" className="plain-button" onClick={() => toast.success({ zh: '已审核 ✓', en: 'Approved ✓' }[language])}>
            {{ zh: '成功', en: 'Done' }[language]}
          </button>
          <button type="button" className="plain-button" onClick={() => setOpen('refused')}>
            {{ zh: '被拒绝', en: 'Refused' }[language]}
          </button>
        </div>
        <div className="styles__refused">
          {open === 'refused' && (
            <Refused
              slug="orders"
              id={0}
              label={{ zh: '审核', en: 'Approve' }}
              told={[{ message: refusal[language] }]}
              language={language}
              onClose={close}
            />
          )}
        </div>
      </Part>
      <Part title={say('messages')}>
        <p className="line-grid__checked is-error" role="status">
          {refusal[language]}
        </p>
        <p className="line-grid__checked">{{ zh: '检查通过', en: 'Checked: nothing to object' }[language]}</p>
        <p className="save__fine">{{ zh: '已保存 ✓', en: 'Saved ✓' }[language]}</p>
        <p className="save__open">{{ zh: '未保存', en: 'Not saved' }[language]}</p>
      </Part>
      <Part title={say('waiting')}>
        <div className="styles__waiting">
          <Skeleton />
        </div>
      </Part>
      {open === 'keys' && <KeyHelp language={language} onClose={close} />}
      {open === 'dialog' && (
        <VerbDialog
          slug="orders"
          id={0}
          label={{ zh: '驳回', en: 'Reject' }}
          asks={[{ name: 'reason', label: { zh: '原因', en: 'Reason' }, kind: 'longText', required: true }]}
          language={language}
          busy={false}
          told={[]}
          onConfirm={close}
          onClose={close}
        />
      )}
    </div>
  )
}
