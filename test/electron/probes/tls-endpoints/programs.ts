import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { NGINX } from '../../../support/needs.ts'
import type { Issued } from './certificates.ts'
import { closedPort } from './servers.ts'

/** A program that listens, for one test. */
export interface RunningProgram extends AsyncDisposable {
  readonly port: number
}

/** How long a program may take to listen on a busy machine, in milliseconds. */
const START_LIMIT_MS = 15_000
const RETRY_MS = 25

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    // OpenSSL serves one visitor at a time.
    const answer = (isOpen: boolean) => () => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', answer(true))
    socket.once('error', answer(false))
  })
}

/** Starts a program and waits for its port; it is ended by its own id. */
async function started(program: string, args: readonly string[], port: number, cwd?: string): Promise<RunningProgram> {
  const child: ChildProcess = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(cwd === undefined ? {} : { cwd }) })
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8')
  })
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
    child.once('error', () => resolve())
  })
  const end = async (): Promise<void> => {
    child.kill()
    await ended
  }
  for (const startedAt = performance.now(); !(await listens(port)); await new Promise((resolve) => setTimeout(resolve, RETRY_MS))) {
    if (child.exitCode === null && performance.now() - startedAt < START_LIMIT_MS) continue
    await end()
    throw new Error(`${program} does not listen: ${complaints}`)
  }
  return { port, [Symbol.asyncDispose]: end }
}

/** OpenSSL's own server with whatever old settings it still has. */
export async function opensslServer({ certFile, keyFile }: Issued, settings: readonly string[]): Promise<RunningProgram> {
  const port = await closedPort()
  return await started(
    'openssl',
    ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', certFile, '-key', keyFile, '-www', '-quiet', ...settings],
    port,
  )
}

export interface Nginx extends RunningProgram {
  /** of plain HTTP */
  readonly httpPort: number
}

/** nginx with one https server, and one of plain HTTP; both get directives of the test. */
export async function nginx({ certFile, keyFile }: Issued, https: string, http: string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'))
  const [port, httpPort] = [await closedPort(), await closedPort()]
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n')
  const settings = `
daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events { worker_connections 64; }
http {
  access_log off; ${temporary}
  server { listen 127.0.0.1:${port} ssl; server_name localhost; ssl_certificate ${certFile}; ssl_certificate_key ${keyFile}; ${https} }
  server { listen 127.0.0.1:${httpPort}; server_name localhost; ${http} }
}`
  await writeFile(join(folder, 'nginx.conf'), settings)
  const program = await started(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], port)
  return {
    port,
    httpPort,
    [Symbol.asyncDispose]: async () => {
      await program[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
