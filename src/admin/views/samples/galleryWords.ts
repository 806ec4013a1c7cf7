export const galleryWords = {
  sample: { zh: '样板图片', en: 'Pictures of the sample' },
  round: { zh: '第 {n} 轮', en: 'Round {n}' },
  approval: { zh: '批办图片', en: 'Approval picture' },
  none: { zh: '没有图片', en: 'No pictures' },
  nothing: {
    zh: '此样板还没有图片。在样板或反馈轮次中拖入图片后显示在这里。',
    en: 'No pictures yet. Drop them into the sample or into a feedback round.',
  },
  failed: { zh: '图片读取失败，请刷新页面。', en: 'The pictures could not be read: reload the page.' },
  compare: { zh: '比较两轮', en: 'Compare two rounds' },
  left: { zh: '左边', en: 'Left' },
  right: { zh: '右边', en: 'Right' },
  close: { zh: '关闭', en: 'Close' },
  feature: { zh: '特征', en: 'Feature' },
  required: { zh: '要求', en: 'Required' },
  hint: { zh: '滚轮缩放、拖动平移，两边同步', en: 'Wheel zooms, dragging moves, both sides together' },
  whole: { zh: '复原', en: 'Whole' },
  more: { zh: '下一张', en: 'Next picture' },
} as const

export type GalleryWord = keyof typeof galleryWords
