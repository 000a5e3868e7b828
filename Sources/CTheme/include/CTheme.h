#ifndef ASSAY_CTHEME_H
#define ASSAY_CTHEME_H

#include <stddef.h>

/// One file of the default theme, put into the program at build time.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} assay_theme_file;

/// How many files the default theme has.
size_t assay_theme_count(void);

/// One of them; `index` is less than the count.
assay_theme_file assay_theme_at(size_t index);

#endif
