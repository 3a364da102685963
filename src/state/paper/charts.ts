import { openCharts } from '../../formats/index.ts'

/** Charts on the screen; what draws them is fetched once, when the first is shown. */

let opened: ReturnType<typeof openCharts> | undefined

export const charts = (): ReturnType<typeof openCharts> => (opened ??= openCharts())
