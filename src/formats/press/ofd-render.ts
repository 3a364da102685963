/** From blocks to the bytes of an OFD. Runs in the worker, and in plain Node for tests. */
import { renderer } from './render.ts'

export const renderOfd = renderer(
  'plain',
  async () => (await import('../ofd/container.ts')).assembleOfd
)
