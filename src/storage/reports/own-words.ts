import { revised, wordsFrom, type OwnWord } from '../../core/findings/own-words.ts'
import { answeredInTime } from '../database/answer.ts'
import { db, factOf } from '../database/db.ts'

const key = 'own-words'

/** The office's own list of words, for all of its reports. */
export const storedWords = async (): Promise<OwnWord[]> => wordsFrom(await factOf(key))

/**
 * Keeps what was made of the list as it was read, `from`; what other windows did to it meanwhile stays.
 * The list that is kept; undefined where the browser did not keep it.
 */
export async function keepWords(
  words: readonly OwnWord[],
  from: readonly OwnWord[] = []
): Promise<readonly OwnWord[] | undefined> {
  try {
    return await answeredInTime(
      db.transaction('rw', db.facts, async () => {
        const value = revised(await storedWords(), from, words)
        await db.facts.put({ key, value })
        return value
      })
    )
  } catch {
    return undefined
  }
}
