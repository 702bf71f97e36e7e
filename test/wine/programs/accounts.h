/* Memory, SIDs and texts for libraries that stand in for parts of Windows. */
#include <windows.h>
#include <lm.h>
#include <stdlib.h>
#include <wchar.h>

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* What was handed out and not given back yet: buffers, handles and contexts. */
static int outstanding = 0;

__declspec(dllexport) int WINAPI StandInOutstanding(void) { return outstanding; }

static inline void *hand_out(size_t bytes) {
  outstanding += 1;
  return calloc(1, bytes + 1);
}

static inline void take_back(void *memory) {
  outstanding -= 1;
  free(memory);
}

/* S-1-5-32-RID where domain is zero, otherwise S-1-5-21-domain-domain-domain-RID, and the domain itself where the RID is zero. */
static inline PSID sid_of(DWORD domain, DWORD rid) {
  SID *sid = calloc(1, SECURITY_MAX_SID_SIZE);
  sid->Revision = 1;
  sid->IdentifierAuthority.Value[5] = 5;
  if (domain == 0) {
    sid->SubAuthority[0] = 32;
    sid->SubAuthority[1] = rid;
    sid->SubAuthorityCount = 2;
    return sid;
  }
  sid->SubAuthority[0] = 21;
  sid->SubAuthority[1] = sid->SubAuthority[2] = sid->SubAuthority[3] = domain;
  sid->SubAuthority[4] = rid;
  sid->SubAuthorityCount = rid == 0 ? 4 : 5;
  return sid;
}

/* Domains of the made accounts: of this machine or, on a controller, its own; a trusted one; one that does not answer. */
enum { OWN = 9, TRUSTED = 7, LOST = 8 };

struct account {
  const wchar_t *domain, *name;
  DWORD prefix, rid;
  SID_NAME_USE use;
};

static const struct account accounts[] = {
    {L"ACME", L"chief", OWN, 1101, SidTypeUser},           {L"ACME", L"deputy", OWN, 1102, SidTypeUser},
    {L"ACME", L"svc_erp", OWN, 1001, SidTypeUser},         {L"ACME", L"svc_denied", OWN, 1003, SidTypeUser},
    {L"ACME", L"Nested Admins", OWN, 1200, SidTypeGroup},  {L"ACME", L"Domain Admins", OWN, 512, SidTypeGroup},
    {L"ACME", L"Schema Admins", OWN, 518, SidTypeGroup},   {L"ACME", L"Enterprise Admins", OWN, 519, SidTypeGroup},
    {L"ACME", L"Nameless", OWN, 1300, SidTypeAlias},       {L"ACME", L"Unlucky", OWN, 1301, SidTypeAlias},
    {L"ACME", L"Closed", OWN, 1302, SidTypeAlias},         {L"LOST", L"svc_lost", LOST, 1002, SidTypeUser},
};
