export const words = {
  drop: { zh: '把文件拖到这里，可一次多个；也可粘贴截图', en: 'Drop files here, several at once; or paste a screenshot' },
  choose: { zh: '选择文件', en: 'Choose files' },
  existing: { zh: '选用已有文件', en: 'Use a file already here' },
  none: { zh: '无', en: 'None' },
  remove: { zh: '移除', en: 'Remove' },
  retry: { zh: '重试', en: 'Try again' },
  dismiss: { zh: '知道了', en: 'Dismiss' },
  open: { zh: '打开', en: 'Open' },
  cancel: { zh: '取消', en: 'Cancel' },
  waiting: { zh: '等待', en: 'Waiting' },
  checking: { zh: '检查中', en: 'Checking' },
  earlier: { zh: '前移', en: 'Move earlier' },
  failed: { zh: '上传失败，请检查网络后重试', en: 'The upload failed: check the connection and try again' },
  hidden: { zh: '另有文件您无权查看', en: 'Further files are not yours to see' },
  unsaved: { zh: '保存单据后生效', en: 'Kept when the document is saved' },
} as const

export const limits = {
  pictures: { megabytes: 20, accept: 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/tiff' },
  drawings: { megabytes: 50, accept: '.dwg,.dxf,.step,.stp,.igs,.iges,.stl,.pdf' },
} as const

/** As many files as one field of a document takes. */
export const maxFiles = 60

export const tooLarge = (megabytes: number, language: 'zh' | 'en'): string =>
  language === 'zh' ? `文件超过 ${megabytes} MB` : `The file is larger than ${megabytes} MB`

export const tooMany = (language: 'zh' | 'en'): string =>
  language === 'zh' ? `此处最多 ${maxFiles} 个文件` : `At most ${maxFiles} files here`

export const formats = (kinds: readonly (keyof typeof limits)[], language: 'zh' | 'en'): string => {
  const told = {
    drawings: `DWG DXF STEP IGES STL PDF ≤ ${limits.drawings.megabytes} MB`,
    pictures: `JPEG PNG WebP GIF AVIF TIFF ≤ ${limits.pictures.megabytes} MB`,
  }
  return kinds.map((kind) => told[kind]).join(language === 'zh' ? '；' : '; ')
}
