import { openCompound } from '../source/compound.ts'
import { failure, type ReadInput, type ReadResult } from '../source/reader.ts'

/**
 * A file of Word, Excel or WPS as they were saved until 2007, and are by many offices still (.doc,
 * .wps, .xls, .et): what is in it decides who reads it. Macros are not looked at.
 */
export async function read({ bytes }: ReadInput): Promise<ReadResult> {
  try {
    const file = openCompound(bytes)
    // Word and Excel put a .docx or .xlsx into such a file when they lock it.
    if (file.has('EncryptedPackage')) return failure('password')
    if (file.has('WordDocument')) return (await import('./word97/read.ts')).readWord(file)
    const book = file.stream('Workbook') ?? file.stream('Book')
    if (book) return (await import('./excel97/read.ts')).readWorkbook(book)
    // Documents of Microsoft Works end in .wps too.
    return failure(file.has('CONTENTS') || file.has('MatOST') ? 'legacy' : 'noDocument')
  } catch (error) {
    // What points beyond the end of the file, or in circles.
    if (error instanceof RangeError) return failure('damaged')
    throw error
  }
}
