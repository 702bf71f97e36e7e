/* Users, groups, account policy and membership of the described Windows; lists come in pages. */
#include "described.h"
#include <lm.h>
#include <dsgetdc.h>
#include <dsrole.h>

/* Rows that one page of a list holds. */
#define PAGE 3

EXPORT DWORD WINAPI NetApiBufferFree(void *buffer) {
  take_back(buffer);
  return 0;
}

EXPORT DWORD WINAPI DsRoleGetPrimaryDomainInformation(const wchar_t *server, DSROLE_PRIMARY_DOMAIN_INFO_LEVEL level, BYTE **buffer) {
  DSROLE_PRIMARY_DOMAIN_INFO_BASIC *information;
  *buffer = NULL;
  if (server || level != DsRolePrimaryDomainInfoBasic) return ERROR_INVALID_PARAMETER;
  information = hand_out(sizeof(*information));
  information->MachineRole = MACHINE_ROLE;
  information->DomainNameFlat = DOMAIN_FLAT;
  information->DomainNameDns = DOMAIN_DNS;
  *buffer = (BYTE *)information;
  return 0;
}

EXPORT void WINAPI DsRoleFreeMemory(void *buffer) { take_back(buffer); }

/* How many rows go into the page from `resume` on; moves it. */
static DWORD page_of(DWORD_PTR *resume, DWORD total, DWORD *from, DWORD *count) {
  *from = (DWORD)*resume;
  *count = min(PAGE, total - *from);
  *resume += *count;
  return *resume < total ? ERROR_MORE_DATA : 0;
}

EXPORT DWORD WINAPI NetUserEnum(const wchar_t *server, DWORD level, DWORD filter, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD *resume) {
  DWORD_PTR next = *resume;
  DWORD from, status = page_of(&next, COUNT(users), &from, count);
  USER_INFO_0 *rows;
  *buffer = NULL;
  if (server || level != 0 || filter != FILTER_NORMAL_ACCOUNT || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  rows = hand_out(*count * sizeof(*rows));
  for (DWORD row = 0; row < *count; row++) rows[row].usri0_name = (wchar_t *)users[from + row].name;
  *buffer = (BYTE *)rows;
  *total = COUNT(users);
  *resume = (DWORD)next;
  return status;
}

EXPORT DWORD WINAPI NetUserGetInfo(const wchar_t *server, const wchar_t *name, DWORD level, BYTE **buffer) {
  *buffer = NULL;
  if (server || level != 4) return ERROR_INVALID_LEVEL;
  for (size_t index = 0; index < COUNT(users); index++) {
    const struct described_user *user = &users[index];
    USER_INFO_4 *information;
    if (_wcsicmp(user->name, name)) continue;
    information = hand_out(sizeof(*information));
    information->usri4_name = (wchar_t *)user->name;
    information->usri4_user_sid = sid_of(user->sid);
    information->usri4_full_name = (wchar_t *)user->full_name;
    information->usri4_comment = (wchar_t *)user->comment;
    information->usri4_flags = user->flags;
    information->usri4_password_age = user->password_age;
    information->usri4_password_expired = user->password_expired;
    information->usri4_last_logon = user->last_logon;
    information->usri4_bad_pw_count = user->bad_passwords;
    *buffer = (BYTE *)information;
    return 0;
  }
  return NERR_UserNotFound;
}

EXPORT DWORD WINAPI NetLocalGroupEnum(const wchar_t *server, DWORD level, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD_PTR *resume) {
  DWORD from, status = page_of(resume, COUNT(groups), &from, count);
  LOCALGROUP_INFO_0 *rows;
  *buffer = NULL;
  if (server || level != 0 || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  rows = hand_out(*count * sizeof(*rows));
  for (DWORD row = 0; row < *count; row++) rows[row].lgrpi0_name = (wchar_t *)groups[from + row].name;
  *buffer = (BYTE *)rows;
  *total = COUNT(groups);
  return status;
}

EXPORT DWORD WINAPI NetLocalGroupGetMembers(const wchar_t *server, const wchar_t *name, DWORD level, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD_PTR *resume) {
  *buffer = NULL;
  if (server || level != 2 || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  for (size_t index = 0; index < COUNT(groups); index++) {
    const struct described_group *group = &groups[index];
    LOCALGROUP_MEMBERS_INFO_2 *rows;
    DWORD from, status;
    if (_wcsicmp(group->name, name)) continue;
    status = page_of(resume, group->count, &from, count);
    rows = hand_out(*count * sizeof(*rows));
    for (DWORD row = 0; row < *count; row++) {
      rows[row].lgrmi2_sid = sid_of(group->members[from + row].sid);
      rows[row].lgrmi2_sidusage = group->members[from + row].use;
      rows[row].lgrmi2_domainandname = (wchar_t *)group->members[from + row].name;
    }
    *buffer = (BYTE *)rows;
    *total = group->count;
    return status;
  }
  return NERR_GroupNotFound;
}

/* Members of a group of the domain by their bare names; only a domain controller has any. */
EXPORT DWORD WINAPI NetGroupGetUsers(const wchar_t *server, const wchar_t *name, DWORD level, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD_PTR *resume) {
  *buffer = NULL;
  if (server || level != 0 || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  for (size_t index = 0; index < COUNT(domain_groups); index++) {
    const struct described_group *group = &domain_groups[index];
    GROUP_USERS_INFO_0 *rows;
    DWORD from, status;
    if (_wcsicmp(group->name, name)) continue;
    status = page_of(resume, group->count, &from, count);
    rows = hand_out(*count * sizeof(*rows));
    for (DWORD row = 0; row < *count; row++) rows[row].grui0_name = wcschr(group->members[from + row].name, L'\\') + 1;
    *buffer = (BYTE *)rows;
    *total = group->count;
    return status;
  }
  return NERR_GroupNotFound;
}

EXPORT DWORD WINAPI DsEnumerateDomainTrustsW(wchar_t *server, ULONG flags, DS_DOMAIN_TRUSTSW **domains, ULONG *count) {
  if (server || flags != DS_DOMAIN_IN_FOREST) return ERROR_INVALID_PARAMETER;
  *domains = hand_out(sizeof(**domains));
  *count = 1;
  return 0;
}

EXPORT DWORD WINAPI NetUserModalsGet(const wchar_t *server, DWORD level, BYTE **buffer) {
  *buffer = NULL;
  if (server) return ERROR_INVALID_PARAMETER;
  if (level == 0) {
    USER_MODALS_INFO_0 *rules = hand_out(sizeof(*rules));
    rules->usrmod0_min_passwd_len = MIN_PASSWORD_LENGTH;
    rules->usrmod0_max_passwd_age = MAX_PASSWORD_AGE;
    rules->usrmod0_min_passwd_age = MIN_PASSWORD_AGE;
    rules->usrmod0_force_logoff = TIMEQ_FOREVER;
    rules->usrmod0_password_hist_len = PASSWORD_HISTORY;
    *buffer = (BYTE *)rules;
    return 0;
  }
  if (level == 2) {
    USER_MODALS_INFO_2 *domain = hand_out(sizeof(*domain));
    domain->usrmod2_domain_name = DOMAIN_FLAT;
    domain->usrmod2_domain_id = sid_of(DATABASE_SID);
    *buffer = (BYTE *)domain;
    return 0;
  }
  if (level == 3) {
    USER_MODALS_INFO_3 *rules = hand_out(sizeof(*rules));
    rules->usrmod3_lockout_duration = LOCKOUT_SECONDS;
    rules->usrmod3_lockout_observation_window = LOCKOUT_SECONDS;
    rules->usrmod3_lockout_threshold = LOCKOUT_THRESHOLD;
    *buffer = (BYTE *)rules;
    return 0;
  }
  return ERROR_INVALID_LEVEL;
}
