import { wordsFrom, type OwnWord } from '../../core/findings/own-words.ts'
import { db, factOf } from '../database/db.ts'

const key = 'own-words'

/** The office's own list of words, for all of its reports. */
export const storedWords = async (): Promise<OwnWord[]> => wordsFrom(await factOf(key))

/** Keeps the list in place of the one that was there; whether there was room. */
export async function keepWords(words: readonly OwnWord[]): Promise<boolean> {
  try {
    await db.facts.put({ key, value: words })
    return true
  } catch {
    return false
  }
}
