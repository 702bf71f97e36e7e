import type { portfolioCliTextsEn } from './portfolio-en.ts'

/** What the command line says about several snapshots, in German. */
export const portfolioCliTextsDe: { readonly [Key in keyof typeof portfolioCliTextsEn]: string } = {
  'cli/help/several': 'Mehrere Snapshots:',
  'cli/help/several-says':
    'Eine Zeile für jede Snapshot-Datei, die schlechteste zuerst; ein PDF gilt einem\nServer. Ein Ordner steht für jede *.json darin und in seinen Ordnern, bis zu 8\ntief; andere Dateien von uns (Profil, Antworten, Checkup, Zertifikat) bleiben\naußer Acht. Neben ERP01.json werden die eigenen ERP01.profile.json und\nERP01.answers.json genommen, neben snapshot.json profile.json und answers.json.\n--profile und --answers gelten für Snapshots ohne eigene.\njson ist eine Liste von Checkups in der Reihenfolge der Argumente.\nEine nicht lesbare Datei hat eine Zeile mit dem Grund und eine in der\nFehlerausgabe, fehlt im json und macht den Rückgabewert zu 2; sonst ist er der\ndes schlechtesten Servers. Ein eigener Fehler (70) geht allem vor.',
  'cli/error/portfolio-pdf': 'ein PDF gilt einem Server; für mehrere eines von table, json, csv, html',
  'cli/error/portfolio-standard-input': 'die Standardeingabe ist ein Snapshot: - allein angeben, oder Dateien und Ordner',
  'cli/check/judging': 'Snapshots beurteilen: {{done}} von {{total}}',
  'cli/check/one-of-them': 'Alles über einen Server: erp-checkup check DATEI',
}
