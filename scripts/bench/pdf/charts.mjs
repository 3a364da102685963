// @ts-check
/** How one puts charts into a PDF otherwise: as pictures. */
import Chart from 'chart.js/auto'

/** Where a chart stands on the page, in points. */
export const box = { width: 442, height: 220 }

/**
 * The chart as a PNG of 288 dots an inch, sharp enough for an office printer.
 *
 * @param {import('../../../src/core/charts/spec.ts').ChartSpec} spec
 * @returns {string} a data URL
 */
export function picture({ type, labels, series }) {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, box)
  const chart = new Chart(canvas, {
    type,
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }) => ({ label: name, data: [...values] }))
    },
    options: { animation: false, responsive: false, devicePixelRatio: 4 }
  })
  const url = canvas.toDataURL('image/png')
  chart.destroy()
  return url
}
