/* User rights of a made server that can be changed: those of ACME\chief. Every call is written to rights.txt with what it was given.
   ADDING, REMOVING: the status that the call refuses with. FORGETFUL: it says that it added, and did not. */
#define MAY_OPEN(access) ((access) == 0x801 || (access) == 0x811)
#include "accounts-advapi32.c"
#include <stdio.h>

#ifndef ADDING
#define ADDING 0
#endif
#ifndef REMOVING
#define REMOVING 0
#endif

enum { MOST = 8 };
static wchar_t held[MOST][64] = {L"SeNetworkLogonRight"};
static int count_held = 1;

static void note(const char *call, PSID sid, const LSA_UNICODE_STRING *rights, ULONG count) {
  FILE *file = fopen("rights.txt", "a");
  fprintf(file, "%s %lu", call, *GetSidSubAuthority(sid, *GetSidSubAuthorityCount(sid) - 1));
  for (ULONG index = 0; index < count; index++) fprintf(file, " %.*ls %d", rights[index].Length / 2, rights[index].Buffer, rights[index].MaximumLength);
  fprintf(file, "\n");
  fclose(file);
}

static int place_of(const LSA_UNICODE_STRING *right) {
  for (int index = 0; index < count_held; index++)
    if (names(right, held[index])) return index;
  return -1;
}

static NTSTATUS check(LSA_HANDLE policy, PSID sid) {
  if (policy != POLICY || !IsValidSid(sid)) return 0xC0000008;
  return EqualSid(sid, sid_of(OWN, 1101)) ? 0 : 0xC0000034;
}

/* Texts one behind the other, without an end of their own. */
__declspec(dllexport) NTSTATUS WINAPI LsaEnumerateAccountRights(LSA_HANDLE policy, PSID sid, LSA_UNICODE_STRING **rights, ULONG *count) {
  NTSTATUS status = check(policy, sid);
  wchar_t *text;
  if (status) return status;
  if (count_held == 0) return 0xC0000034;
  *rights = hand_out(count_held * sizeof(**rights) + sizeof(held));
  text = (wchar_t *)(*rights + count_held);
  for (int index = 0; index < count_held; index++) {
    size_t length = wcslen(held[index]);
    (*rights)[index].Buffer = memcpy(text, held[index], length * 2);
    (*rights)[index].Length = (*rights)[index].MaximumLength = (USHORT)(length * 2);
    text += length;
  }
  *count = count_held;
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaAddAccountRights(LSA_HANDLE policy, PSID sid, LSA_UNICODE_STRING *rights, ULONG count) {
  note("add", sid, rights, count);
  if (check(policy, sid) || count != 1) return 0xC000000D;
  if (ADDING) return ADDING;
#ifndef FORGETFUL
  if (place_of(rights) < 0 && count_held < MOST) wcsncpy(held[count_held++], rights->Buffer, rights->Length / 2);
#endif
  return 0;
}

__declspec(dllexport) NTSTATUS WINAPI LsaRemoveAccountRights(LSA_HANDLE policy, PSID sid, BOOLEAN all, LSA_UNICODE_STRING *rights, ULONG count) {
  int place = place_of(rights);
  note(all ? "remove all" : "remove", sid, rights, count);
  if (check(policy, sid) || all || count != 1) return 0xC000000D;
  if (REMOVING) return REMOVING;
  if (place < 0) return 0xC0000034;
  memmove(held[place], held[place + 1], (MOST - place - 1) * sizeof(held[0]));
  count_held -= 1;
  return 0;
}
