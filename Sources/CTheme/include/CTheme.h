#ifndef ASSAY_CTHEME_H
#define ASSAY_CTHEME_H

#include <stddef.h>

/// One file of the default theme, put into the program at build time.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} assay_theme_file;

/// The files of the default theme; `assay_theme_count` of them, by path.
extern const assay_theme_file assay_theme_files[];
extern const size_t assay_theme_count;

#endif
