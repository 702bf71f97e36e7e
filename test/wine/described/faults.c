/* What a broken library does in place of any of its functions. */
#include <windows.h>

__declspec(dllexport) ULONG_PTR WINAPI StandInHang(void) {
  Sleep(INFINITE);
  return 0;
}

__declspec(dllexport) ULONG_PTR WINAPI StandInCrash(void) { return *(volatile ULONG_PTR *)NULL; }
