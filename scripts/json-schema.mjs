// @ts-check
import { toJsonSchema } from '@valibot/to-json-schema'

/**
 * The JSON Schema of the exchange file, made from the schema the code itself reads with.
 *
 * @param {typeof import('../src/core/report/report.ts').reportSchema} reportSchema
 * @returns the text of `public/schema/nianbao-2.schema.json`, the same for the same schema
 */
export function jsonSchemaText(reportSchema) {
  const { cells, text, metrics, schema: numbered } = reportSchema.entries
  const version = numbered.literal
  const schema = toJsonSchema(reportSchema, {
    target: 'draft-2020-12',
    // Said once each instead of 400 times.
    definitions: {
      cell: cells.entries['requests.received.total'],
      cells,
      text,
      metric: metrics.item
    },
    // Every number that JSON can write is finite.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'finite' ? jsonSchema : undefined
  })
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '政府信息公开工作年度报告交换文件',
    description: `One annual report on government information disclosure (国办公开办函〔2021〕30号), schema ${version}; money is in 分`
  }
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`
}
