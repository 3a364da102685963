import { db, factOf } from '../database/db.ts'

const key = 'own-fonts'

/** The fonts of this computer that were chosen the last time; whoever asks knows their shape. */
export const storedFonts = (): Promise<unknown> => factOf(key)

/** Keeps them for the next time; whether there was room. */
export async function keepFonts(fonts: unknown): Promise<boolean> {
  try {
    await db.facts.put({ key, value: fonts })
    return true
  } catch {
    return false
  }
}
