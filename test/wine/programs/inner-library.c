__declspec(dllexport) int inner(void) { return ORIGIN; }
