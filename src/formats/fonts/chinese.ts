/**
 * Whether this computer has a font with Chinese characters, which a kiosk, a container or a freshly
 * installed system may lack. Without one, browsers draw the same box for each of them.
 */
export function drawsChinese(): boolean {
  const size = 24
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size
  const context = canvas.getContext('2d', { willReadFrequently: true })
  // Where nothing can be drawn there is nothing to find out.
  if (!context) return true
  context.font = `${size}px sans-serif`
  context.textBaseline = 'top'
  // Chinese characters are one em wide in every font; boxes rarely are.
  if (Math.abs(context.measureText('国').width - size) > 1) return false
  const pictureOf = (char: string): string => {
    context.clearRect(0, 0, size, size)
    context.fillText(char, 0, 0)
    return context.getImageData(0, 0, size, size).data.join()
  }
  return pictureOf('国') !== pictureOf('一')
}
