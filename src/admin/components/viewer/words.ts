import type { Language } from '@/src/domain/words/words'

export type { Language } from '@/src/domain/words/words'

export const words = {
  close: { zh: '关闭', en: 'Close' },
  previous: { zh: '上一个', en: 'Previous' },
  next: { zh: '下一个', en: 'Next' },
  download: { zh: '下载', en: 'Download' },
  record: { zh: '文件资料', en: 'File record' },
  loading: { zh: '正在打开…', en: 'Opening…' },
  reading: { zh: '正在读取模型…', en: 'Reading the model…' },
  noPreview: {
    zh: '此格式不能在浏览器中预览，请下载后用 CAD 软件打开',
    en: 'This format has no preview here: download it and open it in your CAD',
  },
  failed: { zh: '无法预览此文件，请下载查看', en: 'This file cannot be previewed: download it' },
  gone: { zh: '文件不存在或无权查看', en: 'The file is gone, or not yours to see' },
  noGraphics: { zh: '浏览器未启用三维图形（WebGL），请下载查看', en: 'This browser has no 3-D graphics (WebGL): download the file' },
  empty: {
    zh: '没有可显示的内容，或只有本预览不支持的图元，请下载查看',
    en: 'Nothing to show, or only kinds of entities this preview does not know: download it',
  },
  fit: { zh: '适合窗口', en: 'Fit' },
  layers: { zh: '图层', en: 'Layers' },
  front: { zh: '前', en: 'Front' },
  top: { zh: '上', en: 'Top' },
  right: { zh: '右', en: 'Right' },
  corner: { zh: '轴测', en: 'Isometric' },
  edges: { zh: '棱线', en: 'Edges' },
  zoomIn: { zh: '放大', en: 'Zoom in' },
  zoomOut: { zh: '缩小', en: 'Zoom out' },
  size: { zh: '外形尺寸', en: 'Size' },
} as const

export type Say = (word: keyof typeof words) => string

export const speaker =
  (language: Language): Say =>
  (word) =>
    words[word][language]
