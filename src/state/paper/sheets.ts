import type { Sheet } from '../../core/form/sheet.ts'
import { sheetPage, writeSheets } from '../../formats/index.ts'

/** Tables by themselves, handed over as a workbook or printed. */

export const workbook = (sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> =>
  writeSheets(sheets)

/** Opens the browser's print window for the sheets alone; the page itself stays as it is. */
export async function printSheets(sheets: readonly Sheet[]): Promise<void> {
  const frame = document.createElement('iframe')
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden'
  frame.srcdoc = await sheetPage(sheets)
  frame.onload = () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove())
    frame.contentWindow?.print()
  }
  document.body.append(frame)
}
