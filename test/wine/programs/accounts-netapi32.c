/* Users, groups and policy of a made server. REFUSE: the code that everything refuses with. CONTROLLER: a domain controller.
   CROWD: it has so many users and no others. */
#include "accounts.h"
#include <dsrole.h>

#ifndef REFUSE
#define REFUSE 0
#endif

__declspec(dllexport) DWORD WINAPI NetApiBufferFree(void *buffer) {
  take_back(buffer);
  return 0;
}

/* One page of names, as many as `page` allows, from the handle on. */
static DWORD names_from(const wchar_t *const *names, DWORD total, DWORD page, BYTE **buffer, DWORD *count, DWORD_PTR *resume) {
  DWORD left = total - (DWORD)*resume, size = left < page ? left : page;
  wchar_t const **rows = hand_out(size * sizeof(*rows));
  for (DWORD index = 0; index < size; index++) rows[index] = names[*resume + index];
  *buffer = (BYTE *)rows;
  *count = size;
  *resume += size;
  return size < left ? ERROR_MORE_DATA : 0;
}

#ifdef CROWD
/* Users that one page of the list holds: no power of ten, so that the last page is not full. */
#define USERS_PER_PAGE 96

static wchar_t crowd_names[CROWD][16];
static const wchar_t *user_names[CROWD];

/* Page that each user was given on last, from one; whose page nobody took has none. */
static DWORD page_of[CROWD];

static void gather_crowd(void) {
  for (DWORD index = 0; index < CROWD; index++) {
    _snwprintf(crowd_names[index], 15, L"user %u", index);
    user_names[index] = crowd_names[index];
  }
}

static DWORD user_of(const wchar_t *name, USER_INFO_4 *user) {
  static wchar_t comment[16];
  DWORD index = wcsncmp(name, L"user ", 5) ? CROWD : wcstoul(name + 5, NULL, 10);
  if (index >= CROWD) return NERR_UserNotFound;
  _snwprintf(comment, 15, L"page %u", page_of[index]);
  user->usri4_user_sid = sid_of(OWN, 2000 + index);
  user->usri4_flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
  user->usri4_comment = comment;
  return 0;
}
#else
#define USERS_PER_PAGE 2

static const wchar_t *const user_names[] = {L"Administrator", L"Gast", L"svc_erp", L"denied", L"gone", L"never"};
#endif

__declspec(dllexport) DWORD WINAPI NetUserEnum(const wchar_t *server, DWORD level, DWORD filter, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD *resume) {
  DWORD_PTR from = *resume;
  DWORD status;
  *buffer = NULL;
  if (REFUSE) return REFUSE;
#ifdef CONTROLLER
  return ERROR_INVALID_FUNCTION;
#endif
  if (server || level != 0 || filter != FILTER_NORMAL_ACCOUNT || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
#ifdef CROWD
  if (from == 0) gather_crowd();
  for (DWORD index = from; index < CROWD && index < from + USERS_PER_PAGE; index++) page_of[index] = from / USERS_PER_PAGE + 1;
#endif
  status = names_from(user_names, COUNT(user_names), USERS_PER_PAGE, buffer, count, &from);
  *total = COUNT(user_names);
  *resume = (DWORD)from;
  return status;
}

#ifndef CROWD
static DWORD user_of(const wchar_t *name, USER_INFO_4 *user) {
  user->usri4_bad_pw_count = 0;
  user->usri4_flags = UF_SCRIPT | UF_NORMAL_ACCOUNT;
  if (!wcscmp(name, L"denied")) return ERROR_ACCESS_DENIED;
  if (!wcscmp(name, L"Administrator")) {
    user->usri4_user_sid = sid_of(OWN, 500);
    user->usri4_flags |= UF_DONT_EXPIRE_PASSWD;
    user->usri4_password_age = 86400;
    user->usri4_last_logon = 1772352900;
    user->usri4_bad_pw_count = 3;
    user->usri4_comment = L"Vordefiniertes Konto für die Verwaltung";
    return 0;
  }
  if (!wcscmp(name, L"Gast")) {
    user->usri4_user_sid = sid_of(OWN, 501);
    user->usri4_flags |= UF_ACCOUNTDISABLE | UF_PASSWD_NOTREQD | UF_PASSWD_CANT_CHANGE;
    user->usri4_password_expired = 1;
    user->usri4_bad_pw_count = 0xFFFFFFFF;
    return 0;
  }
  if (!wcscmp(name, L"never")) {
    user->usri4_user_sid = sid_of(OWN, 1005);
    user->usri4_password_age = 0xFFFFFFFF;
    return 0;
  }
  for (size_t index = 0; index < COUNT(accounts); index++) {
    if (accounts[index].use != SidTypeUser || accounts[index].prefix != OWN || wcscmp(name, accounts[index].name)) continue;
    user->usri4_user_sid = sid_of(OWN, accounts[index].rid);
    user->usri4_flags |= UF_LOCKOUT;
    user->usri4_password_age = 60;
    user->usri4_full_name = L"ERP-Abgleich Zürich №1 ✓";
    return 0;
  }
  return NERR_UserNotFound;
}
#endif

__declspec(dllexport) DWORD WINAPI NetUserGetInfo(const wchar_t *server, const wchar_t *name, DWORD level, BYTE **buffer) {
  USER_INFO_4 *user;
  DWORD status;
  *buffer = NULL;
  if (REFUSE) return REFUSE;
  if (server || level != 4) return ERROR_INVALID_LEVEL;
  user = hand_out(sizeof(*user));
  user->usri4_name = _wcsdup(name);
  status = user_of(name, user);
  if (status) take_back(user);
  else *buffer = (BYTE *)user;
  return status;
}

static const wchar_t *const group_names[] = {L"Administrators", L"Remote Desktop Users", L"Nameless", L"Closed", L"Vanished", L"Unlucky", L"Guests"};

__declspec(dllexport) DWORD WINAPI NetLocalGroupEnum(const wchar_t *server, DWORD level, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD_PTR *resume) {
  *buffer = NULL;
  if (REFUSE) return REFUSE;
  if (server || level != 0 || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  *total = COUNT(group_names);
  return names_from(group_names, COUNT(group_names), 3, buffer, count, resume);
}

struct member {
  DWORD prefix, rid;
  SID_NAME_USE use;
  const wchar_t *name;
};

static const struct member administrators[] = {
    {OWN, 500, SidTypeUser, L"ERP01\\Administrator"},
    {TRUSTED, 512, SidTypeGroup, L"TRUSTED\\Domänen-Admins"},
    {LOST, 1234, SidTypeUnknown, NULL},
    {TRUSTED, 77, SidTypeDeletedAccount, L""},
    {0, 555, SidTypeAlias, L"BUILTIN\\Remote Desktop Users"},
    {OWN, 1001, SidTypeUser, L"ERP01\\svc_erp"},
};

/* Every member with its own text and SID somewhere else in memory; two to a page. */
static DWORD members_from(DWORD level, const struct member *members, DWORD total, BYTE **buffer, DWORD *count, DWORD_PTR *resume) {
  DWORD left = total - (DWORD)*resume, size = left < 2 ? left : 2;
  LOCALGROUP_MEMBERS_INFO_2 *rows = hand_out(size * sizeof(*rows));
  PSID *sids = (PSID *)rows;
  for (DWORD index = 0; index < size; index++) {
    const struct member *member = &members[*resume + index];
    if (level == 0) {
      sids[index] = sid_of(member->prefix, member->rid);
      continue;
    }
    rows[index].lgrmi2_sid = sid_of(member->prefix, member->rid);
    rows[index].lgrmi2_sidusage = member->use;
    rows[index].lgrmi2_domainandname = (wchar_t *)member->name;
  }
  *buffer = (BYTE *)rows;
  *count = size;
  *resume += size;
  return size < left ? ERROR_MORE_DATA : 0;
}

__declspec(dllexport) DWORD WINAPI NetLocalGroupGetMembers(const wchar_t *server, const wchar_t *group, DWORD level, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD_PTR *resume) {
  *buffer = NULL;
  *count = *total = 0;
  if (REFUSE) return REFUSE;
  if (server || (level != 0 && level != 2) || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  if (!wcscmp(group, L"Vanished")) return NERR_GroupNotFound;
  if (!wcscmp(group, L"Closed")) return ERROR_ACCESS_DENIED;
  if (!wcscmp(group, L"Unlucky")) return RPC_S_SERVER_UNAVAILABLE;
  if (!wcscmp(group, L"Nameless") && level == 2) return ERROR_TRUSTED_RELATIONSHIP_FAILURE;
  if (!wcscmp(group, L"Administrators")) return members_from(level, administrators, COUNT(administrators), buffer, count, resume);
  if (!wcscmp(group, L"Nameless")) return members_from(level, administrators, 3, buffer, count, resume);
  return 0;
}

static const wchar_t *const groups_of_user[] = {L"Guests", L"Remote Desktop Users"};

__declspec(dllexport) DWORD WINAPI NetUserGetLocalGroups(const wchar_t *server, const wchar_t *user, DWORD level, DWORD flags, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total) {
  DWORD_PTR from = 0;
  *buffer = NULL;
  if (REFUSE) return REFUSE;
  if (server || level != 0 || flags != LG_INCLUDE_INDIRECT || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  if (wcscmp(user, L"LOST\\svc_lost")) return NERR_UserNotFound;
  *total = COUNT(groups_of_user);
  return names_from(groups_of_user, COUNT(groups_of_user), 9, buffer, count, &from);
}

__declspec(dllexport) DWORD WINAPI NetUserModalsGet(const wchar_t *server, DWORD level, BYTE **buffer) {
  *buffer = NULL;
  if (REFUSE) return REFUSE;
  if (server) return ERROR_INVALID_PARAMETER;
  *buffer = hand_out(64);
  if (level == 0) {
    USER_MODALS_INFO_0 *rules = (USER_MODALS_INFO_0 *)*buffer;
    rules->usrmod0_min_passwd_len = 14;
    rules->usrmod0_max_passwd_age = TIMEQ_FOREVER;
    rules->usrmod0_min_passwd_age = 43200;
    rules->usrmod0_force_logoff = 99;
    rules->usrmod0_password_hist_len = 24;
  } else if (level == 2) {
    ((USER_MODALS_INFO_2 *)*buffer)->usrmod2_domain_id = sid_of(OWN, 0);
  } else {
    USER_MODALS_INFO_3 *rules = (USER_MODALS_INFO_3 *)*buffer;
    rules->usrmod3_lockout_duration = 900;
    rules->usrmod3_lockout_observation_window = 77;
    rules->usrmod3_lockout_threshold = 10;
  }
  return 0;
}

#ifdef CONTROLLER
static const wchar_t *const domain_admins[] = {L"chief", L"Nested Admins"};
static const wchar_t *const nested_admins[] = {L"deputy"};

__declspec(dllexport) DWORD WINAPI NetGroupGetUsers(const wchar_t *server, const wchar_t *group, DWORD level, BYTE **buffer, DWORD bytes, DWORD *count, DWORD *total, DWORD_PTR *resume) {
  *buffer = NULL;
  *count = *total = 0;
  if (server || level != 0 || bytes != MAX_PREFERRED_LENGTH) return ERROR_INVALID_PARAMETER;
  if (!wcscmp(group, L"Domain Admins")) return names_from(domain_admins, COUNT(domain_admins), 1, buffer, count, resume);
  if (!wcscmp(group, L"Nested Admins")) return names_from(nested_admins, COUNT(nested_admins), 1, buffer, count, resume);
  if (!wcscmp(group, L"Schema Admins")) return 0;
  return ERROR_ACCESS_DENIED;
}

__declspec(dllexport) DWORD WINAPI DsEnumerateDomainTrustsW(const wchar_t *server, ULONG flags, void **domains, ULONG *count) {
  if (server || flags != 1) return ERROR_INVALID_PARAMETER;
  *domains = hand_out(64);
  *count = 1;
  return 0;
}

__declspec(dllexport) DWORD WINAPI DsRoleGetPrimaryDomainInformation(const wchar_t *server, DSROLE_PRIMARY_DOMAIN_INFO_LEVEL level, BYTE **buffer) {
  DSROLE_PRIMARY_DOMAIN_INFO_BASIC *role = hand_out(sizeof(*role));
  if (server || level != DsRolePrimaryDomainInfoBasic) return ERROR_INVALID_PARAMETER;
  role->MachineRole = DsRole_RolePrimaryDomainController;
  role->DomainNameFlat = L"ACME";
  role->DomainNameDns = L"acme.example";
  *buffer = (BYTE *)role;
  return 0;
}

__declspec(dllexport) void WINAPI DsRoleFreeMemory(void *memory) { take_back(memory); }
#endif
