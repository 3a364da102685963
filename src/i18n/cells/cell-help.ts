import { partsOf } from '../../core/form/field-name.ts'
import type { FieldId } from '../../core/form/table.ts'
import { decisionMeanings, documentMeanings, feesMeaning } from './disclosure.ts'
import { remedyKindMeanings, remedyOutcomeMeanings } from './remedies.ts'
import { applicantMeanings, requestMeanings } from './requests.ts'

/** What a row or a cell counts, what it does not, and where that is laid down. */
export interface Meaning {
  readonly counts: string
  readonly not: string
  /** An article of the 条例, or the document that set the form. */
  readonly clause: string
}

/** The same of a cell, with what its column stands for where the column is one of several. */
export interface CellHelp extends Meaning {
  readonly column?: string
}

/** What a cell of the statutory tables counts. Every row and every column has words, or nothing compiles. */
export function cellHelp(field: FieldId): CellHelp {
  const at = partsOf(field)
  switch (at.table) {
    case 'requests':
      return { ...requestMeanings[at.row], column: applicantMeanings[at.column] }
    case 'remedies':
      return { ...remedyKindMeanings[at.row], column: remedyOutcomeMeanings[at.column] }
    case 'disclosure':
      if (at.column === 'amount') return feesMeaning
      return at.column === 'decisions'
        ? decisionMeanings[at.row]
        : documentMeanings[at.row][at.column]
  }
}
