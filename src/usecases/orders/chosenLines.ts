export const chosenLines = (label: { zh: string; en: string }, figure: { name: string; label: { zh: string; en: string } }) =>
  ({
    name: 'lines',
    label,
    kind: 'lines',
    required: false,
    key: null,
    show: [
      { name: 'item', label: { zh: '物料', en: 'Item' } },
      { name: 'qty', label: { zh: '订单数量', en: 'Ordered' }, figure: true },
      { ...figure, figure: true },
    ],
    columns: [],
  }) as const
