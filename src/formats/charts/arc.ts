/** An arc as its first point and then cubic curves of a quarter circle at most. */
export function arcCurves(
  x: number,
  y: number,
  r: number,
  from: number,
  to: number,
  back: boolean
): number[][] {
  const full = 2 * Math.PI
  let sweep = to - from
  if (!back && sweep < 0) sweep = (sweep % full) + full
  if (back && sweep > 0) sweep = (sweep % full) - full
  sweep = Math.max(-full, Math.min(full, sweep))
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9))
  const step = sweep / count
  const k = (4 / 3) * Math.tan(step / 4)
  const curves = [[x + r * Math.cos(from), y + r * Math.sin(from)]]
  for (let i = 0; i < count; i++) {
    const [a, b] = [from + i * step, from + (i + 1) * step]
    curves.push([
      x + r * (Math.cos(a) - k * Math.sin(a)),
      y + r * (Math.sin(a) + k * Math.cos(a)),
      x + r * (Math.cos(b) + k * Math.sin(b)),
      y + r * (Math.sin(b) - k * Math.cos(b)),
      x + r * Math.cos(b),
      y + r * Math.sin(b)
    ])
  }
  return curves
}
