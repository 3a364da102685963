/** The thread in which the reports of the list are judged. */
import { serve } from '../../../formats/threads/serve.ts'
import { judgingTasks, type JudgingTasks } from './judge.ts'

serve<JudgingTasks>(judgingTasks)
