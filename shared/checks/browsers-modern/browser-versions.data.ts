/** Day on which the versions below were the current ones. */
export const listedOn = '2026-11-23'

/**
 * Current major versions of the stable channel, with the display names under which Windows lists the browser.
 *
 * By the makers' release calendars, reckoned on from the last releases seen, because a calendar is known before a release:
 * - Chrome has a new major version every two weeks since 153 on 2026-09-08 (chromiumdash.appspot.com/schedule): 158 on 2026-11-17.
 * - Edge follows in the same week, with 156 seen on 2026-10-26 (learn.microsoft.com/deployedge/microsoft-edge-release-schedule): 158.
 * - Firefox 157 is of 2026-11-10 (whattrainisitnow.com/calendar), 158 comes in December; the current ESR is 153.
 *
 * Names are whole and without case. They leave out WebView2, updaters and preview channels (Beta, Dev, Canary, Nightly); Firefox has
 * also had its version in the name, and has edition and language in brackets.
 */
export const browsers: readonly { readonly name: string; readonly major: number; readonly displayName: RegExp }[] = [
  { name: 'Microsoft Edge', major: 158, displayName: /^microsoft edge$/i },
  { name: 'Google Chrome', major: 158, displayName: /^google chrome$/i },
  { name: 'Mozilla Firefox', major: 157, displayName: /^mozilla firefox(?: esr)?(?: \d[\d.]*)?(?: esr)?(?: \([^()]*\))?$/i },
]
