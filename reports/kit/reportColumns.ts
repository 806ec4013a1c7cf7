import type { Column } from './columns'
import type { Report } from './defineReport'
import type { ParamValues } from './params'
import type { Viewer } from './statement'

type Asked = { report: Report; params: ParamValues; viewer: Viewer }

/** The columns of a settled question that a person may see. */
export const shownColumns = ({ report, params, viewer }: Asked): readonly Column[] =>
  report
    .columns(params)
    .filter(
      ({ kind, cost, limit, minimum }) =>
        (viewer.seeCost || !cost) &&
        (viewer.seeCreditLimit || !limit) &&
        (viewer.seeMinimumPrice || !minimum) &&
        (viewer.seePrices || kind !== 'money' || cost === true),
    )

/** The columns this question will show this person, before it is asked. */
export const columnsOf = ({ report, params, viewer, today }: Asked & { today: string }): readonly Column[] =>
  shownColumns({ report, params: report.settle?.(params, { today }) ?? params, viewer })
