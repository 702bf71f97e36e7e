/** What the command line and the door page say about the app in this machine's browser, in English. */
export const serveCliTextsEn = {
  'cli/short/serve': "open the app in this machine's browser",
  'cli/about/serve':
    'Shows the app in a browser of this machine, for servers without a desktop app. Nobody on another machine can open it: it listens on 127.0.0.1 alone, for the one browser that opens the link. It stops with Ctrl-C, or a minute after its last page was closed.',
  'cli/option/port': 'listen on this port, 1 to 65535; without it, any that is free',
  'cli/option/open': 'open the browser too, instead of only printing the link',
  'cli/exit/serve':
    '0   stopped: by Ctrl-C, or because its page was closed\n2   wrong usage, or a port that cannot be had\n70  a fault of our own',
  'cli/examples/serve': 'erp-checkup serve\nerp-checkup serve --open\nerp-checkup serve --port 8321 --lang de',

  'cli/serve/what':
    'ERP Sync Security Checkup is running for the browser of this machine. To stop it, close its page or press Ctrl-C. Its link works once, within ten minutes.',
  'cli/serve/opened': 'The browser was started.',
  'cli/serve/elevated': 'A browser is not started with administrator rights; open this link yourself:',
  'cli/serve/no-browser': 'There is no browser to start here; open this link yourself:',
  'cli/serve/never-came': 'The browser did not open the page; open this link yourself:',
  'cli/serve/stopped/told-to': 'Stopped.',
  'cli/serve/stopped/page-gone': 'Stopped: its page was closed.',
  'cli/serve/stopped/never-opened': 'Stopped: nobody opened the link within ten minutes.',

  'cli/error/port': '--port: expected a number from 1 to 65535, not {{given}}',
  'cli/error/port-taken': '--port {{port}}: another program uses this port; give another one, or leave the option out',
  'cli/error/port-not-allowed': '--port {{port}}: this system does not allow the port; give another one, or leave the option out',
  'cli/error/any-port': 'this system gave no free port on 127.0.0.1',
  'cli/error/no-screens': 'the screens are not built; run: npm run prepare',

  'cli/door/title': 'ERP Sync Security Checkup',
  'cli/door/heading': 'This page opens with its link',
  'cli/door/what-to-do':
    'The terminal that runs “erp-checkup serve” shows a link that works once. If it was used already, press Ctrl-C there and start the command again: it shows a new one.',
  'cli/door/no-script': 'This app needs JavaScript. Allow it for this page and open the link from the terminal again.',
} as const
