import { z } from 'zod'

/** The published JSON Schema of each public format, by the name of its file. */
export function jsonSchemas(formats: { readonly [name: string]: z.ZodType }): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(formats).map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(jsonSchema(name, schema), null, 2)}\n`]),
  )
}

function jsonSchema(name: string, schema: z.ZodType): object {
  // What a file holds, before anything is filled in while reading it.
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'throw' })
  return { $schema, title: `ERP sync checkup: ${name}`, ...rest }
}
