import { recall, remember } from '../app/local.ts'
import { isWriter, type WriterId } from './exporter.svelte.ts'

const key = 'nianbao-package'
/** What a publication needs, as long as nothing else was chosen. */
const usual = 'pdf,docx,html,xlsx,json'

/** Which files go into the archive of a publication; this browser keeps the choice. */
export class Packing {
  chosen: readonly WriterId[] = $state.raw((recall(key) ?? usual).split(',').filter(isWriter))

  choose = (id: WriterId, into: boolean): void => {
    this.chosen = [...this.chosen.filter((other) => other !== id), ...(into ? [id] : [])]
    remember(key, this.chosen.join())
  }
}
