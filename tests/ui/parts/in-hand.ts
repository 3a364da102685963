import { fireEvent } from '@testing-library/svelte'
import { tick } from 'svelte'

/** The field that has the focus. */
export const inHand = (): HTMLInputElement => document.activeElement as HTMLInputElement

/** Presses a key there; false where the app answers it itself. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const browsers = await fireEvent.keyDown(inHand(), { key, ...more })
  await tick()
  return browsers
}
