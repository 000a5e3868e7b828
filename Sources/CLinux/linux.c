#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

int assay_exchange_paths(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

int assay_open_nameless(const char *folder) {
  return open(folder, O_RDWR | O_CLOEXEC | O_TMPFILE, 0600);
}

int assay_open_temporary(char *pattern) { return mkostemp(pattern, O_CLOEXEC); }
