import { generate } from 'generate-password'
import { drawPassword, type GenerateRequest } from '#shared/passwords/draw.ts'

/** A random password, made in this page. */
export function generatePassword(request: GenerateRequest): string {
  return drawPassword(request, generate)
}
