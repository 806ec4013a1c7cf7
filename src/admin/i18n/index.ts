import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import type { Config } from 'payload'

// a cell without a value is a dash, not a sentence in every row of a list
const translations = {
  zh: {
    general: { untitled: '新建', noLabel: '—', payloadSettings: '界面设置' },
    gendan: {
      documentFlow: '联查',
      review: '评审',
      history: '历史',
      notes: '备注',
      mails: '邮件',
      revisions: '版次',
      credit: '信用',
      customerCard: '客户卡片',
      gallery: '图片',
      files: '附件',
      customerPage: '客户页面',
    },
  },
  en: {
    general: { untitled: 'New', noLabel: '—', payloadSettings: 'Display' },
    gendan: {
      documentFlow: 'Document flow',
      review: 'Review',
      history: 'History',
      notes: 'Notes',
      mails: 'Mails',
      revisions: 'Revisions',
      credit: 'Credit',
      customerCard: 'Customer card',
      gallery: 'Gallery',
      files: 'Attachments',
      customerPage: 'Customer page',
    },
  },
}

/** Chinese first; English for those who ask for it. */
export const i18n: NonNullable<Config['i18n']> = { supportedLanguages: { zh, en }, fallbackLanguage: 'zh', translations }
