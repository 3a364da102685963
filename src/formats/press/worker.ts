/** The script of the press's thread. The code that makes files comes with the first of them. */
import { serve } from '../threads/serve.ts'
import { pressTasks, type PressTasks } from './tasks.ts'

serve<PressTasks>(pressTasks())
