import type { StrengthQuestion } from '#shared/passwords/guesses.ts'
import { answer } from './guess.ts'

addEventListener('message', ({ data }: MessageEvent<StrengthQuestion>) => postMessage(answer(data)), { once: true })
