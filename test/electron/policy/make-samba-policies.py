"""Writes policy files with Samba's own writers. Argument: folder that exists."""

import sys
from pathlib import Path

from samba.dcerpc import misc, preg
from samba.gp_parse.gp_inf import GptTmplInfParser
from samba.ndr import ndr_pack

KEY = 'Software\\Policies\\Größe\\日本'
TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services'


def entry(key, name, kind, data=None):
    made = preg.entry()
    made.keyname = key
    made.valuename = name
    made.type = kind
    if data is not None:
        made.data = data
    return made


def policy(*entries):
    made = preg.file()
    made.header.signature = 'PReg'
    made.header.version = 1
    made.num_entries = len(entries)
    made.entries = list(entries)
    return ndr_pack(made)


def wide(text):
    return text.encode('utf-16le')


EVERY_TYPE = policy(
    entry(KEY, 'none', misc.REG_NONE),
    entry(KEY, 'Grüße', misc.REG_SZ, 'Zürich;]'),
    entry(KEY, 'expand', misc.REG_EXPAND_SZ, '%SystemRoot%\\Ä'),
    entry(KEY, 'binary', misc.REG_BINARY, b']\x00;\x00[\x00\x01'),
    entry(KEY, 'number', misc.REG_DWORD, 4294967295),
    entry(KEY, 'big', misc.REG_DWORD_BIG_ENDIAN, 258),
    entry(KEY, 'list', misc.REG_MULTI_SZ, wide('eins\x00zwölf\x00\x00')),
    entry(KEY, 'quad', misc.REG_QWORD, 4294967296),
)

DELETIONS = policy(
    entry(TERMINAL_SERVICES, 'fDenyTSConnections', misc.REG_DWORD, 0),
    entry(TERMINAL_SERVICES, '**del.UserAuthentication', misc.REG_SZ, ' '),
    entry('SOFTWARE\\Policies\\Acme', '**delvals.', misc.REG_SZ, ' '),
    entry('SOFTWARE\\Policies\\Acme', '**DeleteValues', misc.REG_SZ, 'One;Zwölf'),
    entry('SOFTWARE\\Policies', '**DeleteKeys', misc.REG_SZ, 'Old;Älter'),
    entry('SOFTWARE\\Policies\\Acme', '**SecureKey', misc.REG_DWORD, 1),
)

TEMPLATE = '''[Unicode]
Unicode=yes
[Version]
signature="$CHICAGO$"
Revision=1
[System Access]
MinimumPasswordLength = 14
PasswordComplexity = 1
NewAdministratorName = "Büroverwalter"
[Registry Values]
MACHINE\\System\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections=4,1
[Privilege Rights]
SeDenyRemoteInteractiveLogonRight = *S-1-5-32-546,Gäste
SeDenyBatchLogonRight =
'''

folder = Path(sys.argv[1])
(folder / 'every-type.pol').write_bytes(EVERY_TYPE)
(folder / 'deletions.pol').write_bytes(DELETIONS)
(folder / 'empty.pol').write_bytes(policy())
parser = GptTmplInfParser()
parser.parse(TEMPLATE.encode('utf-16'))
parser.write_binary(str(folder / 'GptTmpl.inf'))
