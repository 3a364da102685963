/** The thread in which files are read and recognised, so that the page stays alive meanwhile. */
import { serve } from '../threads/serve.ts'
import { tasks, type ReadTasks } from './tasks.ts'

serve<ReadTasks>(tasks)
