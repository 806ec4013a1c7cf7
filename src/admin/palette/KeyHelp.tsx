'use client'

import { useAuth, useConfig } from '@payloadcms/ui'
import { useRef } from 'react'

import { useModal } from '../components/useModal'
import { tourWords } from '../tour/tourWords'

import './palette.css'

const keys = [
  ['Ctrl K', { zh: '搜索一切：单号、客户、物料、菜单、操作', en: 'Search everything: numbers, customers, items, menu, verbs' }],
  ['Shift Enter', { zh: '搜索一切：置顶、取消置顶', en: 'Search everything: pin, take the pin out' }],
  ['/', { zh: '列表：到搜索框', en: 'List: to the search' }],
  ['j · k · Enter', { zh: '列表：下一行 · 上一行 · 打开', en: 'List: next row · previous row · open' }],
  ['Space · x', { zh: '列表：快速查看 · 选择', en: 'List: quick view · choose' }],
  ['n', { zh: '列表：新建', en: 'List: a new one' }],
  ['Ctrl S', { zh: '保存', en: 'Save' }],
  ['Enter', { zh: '明细：物料 → 数量 → 下一行', en: 'Lines: item → quantity → next line' }],
  ['↑ ↓ ← →', { zh: '明细：移动单元格', en: 'Lines: move between cells' }],
  ['F4', { zh: '打开查找', en: 'Open the look-up' }],
  ['Ctrl D', { zh: '向下填充', en: 'Fill down' }],
  ['Ctrl Shift D', { zh: '复制行', en: 'Duplicate the line' }],
  ['Ctrl Insert · Ctrl Delete', { zh: '插入行 · 删除行', en: 'Insert · remove a line' }],
  ['Ctrl Z · Ctrl Y', { zh: '撤销 · 重做', en: 'Take back · do again' }],
  ['Alt Enter', { zh: '展开、收起一行：交期、取价过程、历史价格', en: 'Unfold a line: dates, why this price, earlier prices' }],
  ['Alt ↑ ↓', { zh: '移动行', en: 'Move the line' }],
  ['?', { zh: '这张表', en: 'This list' }],
] as const

/** The keys of the house. */
export const KeyHelp = ({ language, onClose }: { language: 'zh' | 'en'; onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const closed = useModal(dialog, onClose)
  const { config } = useConfig()
  const { permissions } = useAuth()
  const entersOrders = Boolean(permissions?.collections?.['orders']?.create)
  const title = language === 'zh' ? '快捷键' : 'Keys'
  return (
    <dialog ref={dialog} className="keys" aria-label={title} onClose={closed} onClick={onClose}>
      <h2>{title}</h2>
      <dl>
        {keys.map(([key, told]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{told[language]}</dd>
          </div>
        ))}
      </dl>
      {entersOrders && (
        <p>
          <a href={`${config.routes.admin}/collections/orders/create?tour=order`}>{tourWords.start[language]}</a>
        </p>
      )}
    </dialog>
  )
}
