/* The version of the described Windows. */
#include "described.h"

EXPORT NTSTATUS WINAPI RtlGetVersion(RTL_OSVERSIONINFOEXW *information) {
  if (information->dwOSVersionInfoSize < sizeof(*information)) return 0xC000000D;
  information->dwMajorVersion = 10;
  information->dwMinorVersion = 0;
  information->dwBuildNumber = BUILD_NUMBER;
  information->dwPlatformId = VER_PLATFORM_WIN32_NT;
  information->wProductType = PRODUCT_TYPE;
  return 0;
}
