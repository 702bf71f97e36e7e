/** What the command line says about several snapshots, in English. */
export const portfolioCliTextsEn = {
  'cli/help/several': 'Several snapshots:',
  'cli/help/several-says':
    'One row for each snapshot file, worst first; a PDF is about one server.\nA folder stands for every *.json in it and in its folders, up to 8 deep; what\nis another file of ours (profile, answers, checkup, certificate) is passed over.\nBeside ERP01.json, its own ERP01.profile.json and ERP01.answers.json are taken;\nbeside snapshot.json, profile.json and answers.json. --profile and --answers\nare for snapshots without their own.\njson is an array of checkups in the order of the arguments.\nA file that cannot be read has a row with the reason and a line on standard\nerror, is left out of the json, and makes the exit status 2; otherwise the\nstatus is that of the worst server. A fault of our own (70) comes before all.',
  'cli/error/portfolio-pdf': 'a PDF is about one server; for several use one of table, json, csv, html',
  'cli/error/portfolio-standard-input': 'standard input is one snapshot: give - alone, or files and folders',
  'cli/check/judging': 'Judging snapshots: {{done}} of {{total}}',
  'cli/check/one-of-them': 'Everything about one server: erp-checkup check FILE',
} as const
