/** What the command `password` says in English. */
export const passwordCliTextsEn = {
  'cli/short/password': 'make a password, or grade one',
  'cli/about/password':
    'Makes a random password: letters, digits and . _ - ~, which no connection string, command line or configuration file takes for anything else; never a special character first, never three equal characters in a row. With --grade it judges a password that you bring: typed unseen, or the first line of standard input. Nothing of it is shown, kept or sent.',
  'cli/option/password-length': 'characters, {{minimum}} or more; {{usual}} without this option, which is Best',
  'cli/option/password-for':
    'windows (at most {{windows}} characters), sql-server (at most {{sql}}) or erp (no limit is known: ask the vendor what its fields take, and lower --length); without it the password fits all three',
  'cli/option/password-grade': 'judge one password instead of making one; never give it as an argument, where others can see it',
  'cli/exit/password':
    '0   made; with --grade: Good or better\n1   with --grade: Weak\n2   wrong usage, or input that cannot be read\n70  a fault of our own',
  'cli/examples/password':
    'erp-checkup password\nerp-checkup password --for sql-server --length 40\nerp-checkup password --grade\nerp-checkup password --grade --for windows < password.txt',
  'cli/error/password-argument':
    'a password is never an argument, where others can see it; type: erp-checkup password --grade, then enter it',

  'cli/password/target/windows': 'Windows',
  'cli/password/target/sql-server': 'SQL Server',
  'cli/password/target/erp': 'an ERP',
  'cli/password/target/any': 'every target',
  'cli/password/length': '--length: expected a whole number from {{minimum}} to {{limit}} for {{target}}, not {{given}}',
  'cli/password/length-with-grade': '--length is for making a password; leave it out with --grade',
  'cli/password/made': 'Put it into the password manager now, and use it for one login only: it is kept nowhere.',

  'cli/password/ask': 'Password (it is not shown): ',
  'cli/password/refused/empty': 'standard input: expected one password on one line, but there is none',
  'cli/password/refused/too-long': 'standard input: expected one password on one line, but the line is longer than any login takes',
  'cli/password/refused/utf-16':
    'standard input: expected UTF-8, but this is UTF-16 or no text; type the password at the prompt of: erp-checkup password --grade',
  'cli/password/refused/not-utf-8':
    'standard input: expected UTF-8, but this is another encoding; type the password at the prompt of: erp-checkup password --grade',
  'cli/password/refused/control-character': 'standard input: expected a password that can be typed, but this holds control characters',
  'cli/password/refused/cancelled': 'standard input: expected a password, but the entry was cancelled',
  'cli/password/refused/not-hidden':
    'standard input: expected a terminal that can hide what is typed; use another window, or: erp-checkup password --grade < FILE',
  'cli/password/refused/unreadable': 'standard input: expected a password, but the system says {{code}}',

  'cli/password/grade/best': 'Grade: Best',
  'cli/password/grade/good': 'Grade: Good',
  'cli/password/grade/weak': 'Grade: Weak',
  'cli/password/reason/too-short': 'it has {{length}} characters; at least {{minimum}} are needed',
  'cli/password/reason/too-long': 'it has {{length}} characters; {{target}} takes at most {{limit}}',
  'cli/password/reason/no-letter': 'it has no letter',
  'cli/password/reason/no-digit': 'it has no digit',
  'cli/password/reason/no-special': 'it has no special character, such as . or -',
  'cli/password/reason/contains-name': 'it contains the name of the login or of the server',
  'cli/password/reason/not-unique': 'it is used for another login too',
  'cli/password/reason/guessable': 'it can be guessed with far fewer attempts than its length suggests',
  'cli/password/reason/not-estimated': 'how hard it is to guess could not be worked out in time, so it does not count as Good',
  'cli/password/pattern/known-password': 'part of it is on lists of known passwords',
  'cli/password/pattern/word': 'part of it is a word or a name, perhaps with letters replaced by digits or signs',
  'cli/password/pattern/context': 'part of it is a word that everybody expects here, such as the name of a product',
  'cli/password/pattern/keyboard': 'part of it is a row of neighbouring keys',
  'cli/password/pattern/repeat': 'part of it is repeated',
  'cli/password/pattern/sequence': 'part of it runs in order, such as abc or 123',
  'cli/password/pattern/date': 'part of it is a date or a year',
  'cli/password/next': 'What to do: set a new one, made by: {{command}}',
  'cli/password/remark/randomness-unknown': 'not Best: only a password made by a generator is known to be random',
  'cli/password/remark/uniqueness-unknown': 'Good only as long as no other login has it: this cannot be seen here',
  'cli/password/remark/estimated-in-part': 'only its first 64 characters were judged for how hard it is to guess',
  'cli/password/remark/troublesome-characters':
    'it holds characters other than letters, digits and . _ - ~ that connection strings, scripts or configuration files may misread',
  'cli/password/remark/starts-with-special': 'it starts with a special character, which some programs take for an option',
  'cli/password/remark/three-alike': 'it holds three equal characters in a row, which some ERPs refuse',
} as const
